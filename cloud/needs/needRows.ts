import type { Need, NeedEvent } from 'domain/need'
import { type RawBuilder, sql } from 'kysely'
import { withoutNulls } from '../db/columns'

/** A need with its timeline. */
export interface Told {
  need: Need
  events: NeedEvent[]
}

/** All of a need's columns but the two of its key. */
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
] as const

/** The assignments and events of a need `n`, as `domain/` has them. */
export const parts: RawBuilder<{ assignments: Need['assignments']; events: NeedEvent[] }> = sql`
  coalesce((
    select json_agg(json_strip_nulls(json_build_object('slot', slot, 'personId', person_id,
      'personName', person_name, 'active', active, 'claimedAt', iso(claimed_at), 'startedAt', iso(started_at),
      'endedAt', iso(ended_at), 'outcome', outcome, 'servedMin', served_min)) order by position)
    from assignments a where a.community_code = n.community_code and a.need_id = n.id
  ), '[]') as assignments,
  coalesce((
    select json_agg(json_strip_nulls(json_build_object('id', id, 'needId', need_id, 'action', action,
      'byId', by_id, 'byName', by_name, 'at', iso(at), 'note', note, 'said', said)) order by version)
    from events e where e.community_code = n.community_code and e.need_id = n.id
  ), '[]') as events`

/** @param row the columns of a need and its `parts` */
export function toldOf(row: object): Told {
  const { events, ...need } = row as { events: NeedEvent[] }
  return { need: withoutNulls<Need>(need), events }
}
