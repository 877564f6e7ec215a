import type { Scope } from 'domain/access'
import { sql } from 'kysely'
import type { Db } from '../db/pool'

/** Where a phone stands in a scope; 0 holds nothing. */
export interface Held {
  scope: Scope
  after: number
}

interface ScopePage {
  scope: Scope
  /** The scope's counter in the same snapshot. */
  head: number
  count: number
  last: number | null
  /** JSON texts of the changes, joined by commas. */
  rows: string | null
}

/**
 * Changes above what is held, of one snapshot, at most `limit` over all scopes in their order. A cursor ahead of
 * the counter reads from the start; who holds nothing yet gets no tombstones. JSON is spliced as text, for speed.
 */
export async function readChanges(db: Db, held: Held[], limit: number): Promise<ScopePage[]> {
  const { rows } = await sql<ScopePage>`
    with held as (
      select h.scope, position, coalesce(s.number, 0) as head,
        case when after > coalesce(s.number, 0) then 0 else after end as after
      from unnest(${held.map((each) => each.scope)}::text[], ${held.map((each) => each.after)}::bigint[])
        with ordinality as h (scope, after, position)
      left join scopes s on s.scope = h.scope
    ), page as (
      select h.position, f.number, f.entity, f.id, f.row
      from (select * from held order by position) h cross join lateral (
        select number, entity, id, row from feed
        where feed.scope = h.scope and feed.number > h.after and (row is not null or h.after > 0)
        order by number limit ${sql.lit(limit)}
      ) f
      order by h.position, f.number limit ${sql.lit(limit)}
    )
    select h.scope, h.head, count(page.number) as count, max(page.number) as last,
      string_agg('{"entity":"' || entity || '","id":"' || id || '","number":' || page.number
        || case when row is null then '}' else ',"row":' || row::text || '}' end, ',' order by page.number) as rows
    from held h left join page on page.position = h.position
    group by h.position, h.scope, h.head order by h.position`.execute(db)
  return rows
}

/** The counters of scopes; those that nothing was written to yet stand at 0. */
export async function readNumbers(db: Db, scopes: Scope[]): Promise<Map<Scope, number>> {
  const { rows } = await sql<{ scope: Scope; number: number }>`
    select scope, number from scopes where scope = any(${scopes}::text[])`.execute(db)
  return new Map(rows.map((each) => [each.scope, each.number]))
}
