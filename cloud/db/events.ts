import type { EventOf, Stateful } from 'domain/kernel/transition'
import type { Entity } from 'domain/things'
import { type RawBuilder, sql } from 'kysely'
import { rowJson } from './columns'

/** A thing that keeps its events here. */
type Evented = Stateful & { communityCode: string }

/** Whether an event `e` is of the thing whose row is called `of`. */
export const isEventOf = (entity: Entity, of: string): RawBuilder<boolean> =>
  sql`e.community_code = ${sql.ref(`${of}.community_code`)} and e.entity = ${sql.lit(entity)}
    and e.thing_id = ${sql.ref(`${of}.id`)}`

/** The timeline of the thing whose row is called `of`, in order, as `domain/` has it. */
export const eventsOf = (entity: Entity, of: string): RawBuilder<unknown> => sql`
  coalesce((
    select json_agg(json_strip_nulls(json_build_object('id', id, ${sql.lit(`${entity}Id`)}, thing_id, 'action', action,
      'byId', by_id, 'byName', by_name, 'at', iso(at), 'note', note, 'said', said)) order by version)
    from events e where ${isEventOf(entity, of)}
  ), '[]')`

/** The row of a thing's newest event. @param after the thing as the event leaves it */
export function eventJson<N extends Entity>(
  entity: N,
  { communityCode, id: thingId, version }: Evented,
  { id, action, byId, byName, at, note, said }: EventOf<N>,
): string {
  return rowJson({ communityCode, entity, thingId, version, id, action, byId, byName, at, note, said })
}

/** A statement, or a part of one, that keeps such a row. */
export const keepingEvent = (row: string): RawBuilder<unknown> =>
  sql`insert into events select * from jsonb_populate_record(null::events, ${row}::jsonb)`
