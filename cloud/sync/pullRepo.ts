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
  const { rows } = await sql<{ position: number; head: number | null; number: number; change: string }>`
    with held as (
      select h.scope, position, coalesce(s.number, 0) as head,
        case when after > coalesce(s.number, 0) then 0 else after end as after
      from unnest(${held.map((each) => each.scope)}::text[], ${held.map((each) => each.after)}::bigint[])
        with ordinality as h (scope, after, position)
      left join scopes s on s.scope = h.scope
    ), page as (
      select h.position, f.number, '{"entity":"' || f.entity || '","id":"' || f.id || '","number":' || f.number
        || case when f.row is null then '}' else ',"row":' || f.row::text || '}' end as change
      from (select * from held order by position) h cross join lateral (
        select number, entity, id, row from feed
        where feed.scope = h.scope and feed.number > h.after and (row is not null or h.after > 0)
        order by number limit ${sql.lit(limit)}
      ) f
      order by h.position, f.number limit ${sql.lit(limit)}
    )
    select position, head, null as number, null as change from held
    union all select position, null, number, change from page`.execute(db)

  const pages = held.map(({ scope }) => ({
    scope,
    head: 0,
    last: null as number | null,
    changes: [] as string[],
  }))
  for (const { position, head, number, change } of rows) {
    const page = pages[position - 1]
    if (!page) continue
    if (head !== null) page.head = head
    else {
      page.last = number
      page.changes.push(change)
    }
  }
  return pages.map(({ changes, ...page }) => ({
    ...page,
    count: changes.length,
    rows: changes.join(',') || null,
  }))
}

/** The counters of scopes; those that nothing was written to yet stand at 0. */
export async function readNumbers(db: Db, scopes: Scope[]): Promise<Map<Scope, number>> {
  const { rows } = await sql<{ scope: Scope; number: number }>`
    select scope, number from scopes where scope = any(${scopes}::text[])`.execute(db)
  return new Map(rows.map((each) => [each.scope, each.number]))
}
