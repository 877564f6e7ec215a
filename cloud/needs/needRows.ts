import { isPublic } from 'domain/access'
import { type Need, type NeedEvent, summaryOf } from 'domain/need'
import { rowJson, withoutNulls } from '../db/columns'

/** A need with its timeline. */
export interface Told {
  need: Need
  events: NeedEvent[]
}

/** All of a need's columns but the two of its key, and what lists show of it. */
export const NEED_COLUMNS = [
  'version',
  'gridCode',
  'number',
  'kind',
  'categoryCode',
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
  'summaryText',
  'public',
  'archived',
] as const

/** @param row the columns of a need and its `parts` */
export function toldOf(row: object): Told {
  const {
    events,
    summaryText: _,
    public: __,
    archived: ___,
    ...need
  } = row as Followed & { events: NeedEvent[] }
  return { need: withoutNulls<Need>(need), events }
}

/** Columns that follow from the rest, for lists. */
interface Followed {
  summaryText: string
  public: boolean
  /** Until it has been left alone for long again. */
  archived: boolean
}

/** A need's own row; its assignments have a table of their own. */
export function needJson(need: Need): string {
  const { assignments: _, ...row } = need
  const followed: Followed = { summaryText: summaryOf(need).text, public: isPublic(need), archived: false }
  return rowJson({ ...row, ...followed })
}
