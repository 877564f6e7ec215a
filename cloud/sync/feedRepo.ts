import { type RawBuilder, sql } from 'kysely'
import type { FeedChange } from './touched'

/**
 * Takes the next numbers, scope by scope in the given order, and writes the rows with them: one number for
 * every changed row, without gaps, in commit order, for the counter's row lock is held until the commit. [S6]
 * @param changes sorted by scope, at most one for a row
 */
export function writeFeed(changes: FeedChange[]): RawBuilder<{ scope: string; number: number }> {
  const counts = new Map<string, number>()
  const places = changes.map(({ scope }) => {
    const place = (counts.get(scope) ?? 0) + 1
    counts.set(scope, place)
    return place
  })
  return sql`
    with moved as (
      insert into scopes (scope, number)
      select * from unnest(${[...counts.keys()]}::text[], ${[...counts.values()]}::bigint[])
      on conflict (scope) do update set number = scopes.number + excluded.number
      returning scope, number
    ), written as (
      insert into feed (scope, number, entity, id, row)
      select c.scope, moved.number - count + place, entity, id, row
      from unnest(
        ${changes.map((each) => each.scope)}::text[],
        ${changes.map((each) => counts.get(each.scope))}::bigint[],
        ${places}::bigint[],
        ${changes.map((each) => each.entity)}::text[],
        ${changes.map((each) => each.id)}::text[],
        ${changes.map((each) => each.row)}::json[]
      ) as c (scope, count, place, entity, id, row)
      join moved using (scope)
      on conflict (scope, entity, id) do update set number = excluded.number, row = excluded.row
    )
    select scope, number from moved`
}

/** The counters of scopes as one JSON object. */
export const numbersOf = (scopes: string[]): RawBuilder<unknown> =>
  sql`coalesce((select jsonb_object_agg(scope, number) from scopes where scope = any(${scopes}::text[])), '{}')`
