import { isPublic } from 'domain/need/audience'
import type { Need, NeedEvent } from 'domain/need/need'
import { summaryOf } from 'domain/need/needRow'
import { searchedInSummary, searchedInWhole } from 'domain/need/searched'
import { rowJson, withoutNulls } from '../db/columns'
import { searchTextOf } from '../db/searched'

/** A need with its timeline. */
export interface NeedRecord {
  need: Need
  events: NeedEvent[]
}

/** All of a need's columns but the two of its key, and what lists find it by. */
export const NEED_COLUMNS = [
  'version',
  'gridCode',
  'number',
  'kind',
  'categoryCode',
  'terms',
  'title',
  'words',
  'answers',
  'whenText',
  'whenSpan',
  'urgency',
  'headcount',
  'requesterId',
  'placedById',
  'requesterName',
  'alias',
  'placedFor',
  'askers',
  'serviceId',
  'sessionId',
  'status',
  'offer',
  'publicText',
  'mergedIntoId',
  'reopened',
  'escalated',
  'rating',
  'placedAt',
  'respondBy',
  'finishBy',
  'dispatchedAt',
  'startedAt',
  'servedAt',
  'closedAt',
  'changedAt',
  'searchText',
  'staffSearchText',
  'public',
  'archived',
] as const

/** @param row the columns of a need and its `parts` */
export function recordOf(row: object): NeedRecord {
  const {
    events,
    searchText: _,
    staffSearchText: __,
    public: ___,
    archived: ____,
    bookedFor: _____,
    ...need
  } = row as Followed & { events: NeedEvent[]; bookedFor?: unknown }
  return { need: withoutNulls<Need>(need), events }
}

/** Columns that follow from the rest, for lists. */
interface Followed {
  /** Of what its summary shows. */
  searchText: string
  /** Of what staff read besides. */
  staffSearchText: string
  public: boolean
  /** Until it has been left alone for long again. */
  archived: boolean
}

/** @param need as it is written */
export function followedFrom(need: Need): Followed {
  const summary = summaryOf(need)
  return {
    searchText: searchTextOf(searchedInSummary(summary)),
    staffSearchText: searchTextOf(searchedInWhole(need, summary)),
    public: isPublic(need),
    archived: false,
  }
}

/** A need's own row; its assignments have a table of their own. */
export function needJson(need: Need): string {
  return rowJson({ ...need, assignments: undefined, ...followedFrom(need) })
}
