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

interface ChangeRow {
  position: number
  head: number
  /** Null where the scope has nothing new. */
  number: number | null
  entity: string
  id: string
  row: string | null
}

/**
 * Changes above what is held, of one snapshot, at most `limit` over all scopes in their order. A cursor ahead of
 * the counter reads from the start; who holds nothing yet gets no tombstones. JSON is spliced as text, for speed.
 */
export async function readChanges(db: Db, held: Held[], limit: number): Promise<ScopePage[]> {
  const { rows } = await sql<ChangeRow>`
    select h.position, h.head, f.number, f.entity, f.id, f.row
    from (
      select h.scope, position, coalesce(s.number, 0) as head,
        case when after > coalesce(s.number, 0) then 0 else after end as after
      from unnest(${held.map((each) => each.scope)}::text[], ${held.map((each) => each.after)}::bigint[])
        with ordinality as h (scope, after, position)
      left join scopes s on s.scope = h.scope
    ) h left join lateral (
      select number, entity, id, row::text as row from feed
      where feed.scope = h.scope and feed.number > h.after and (row is not null or h.after > 0)
      order by number limit ${sql.lit(limit)}
    ) f on true`.execute(db)

  const byScope = held.map((): ChangeRow[] => [])
  for (const each of rows) byScope[each.position - 1]?.push(each)
  let left = limit
  return held.map(({ scope }, index) => {
    const all = byScope[index] ?? []
    const page = all.filter(({ number }) => number !== null).slice(0, left)
    left -= page.length
    return {
      scope,
      head: all[0]?.head ?? 0,
      count: page.length,
      last: page.at(-1)?.number ?? null,
      rows: page.map(changeText).join(',') || null,
    }
  })
}

const changeText = ({ entity, id, number, row }: ChangeRow) =>
  `{"entity":"${entity}","id":"${id}","number":${number}${row === null ? '' : `,"row":${row}`}}`

/** The counters of scopes; those that nothing was written to yet stand at 0. */
export async function readNumbers(db: Db, scopes: Scope[]): Promise<Map<Scope, number>> {
  const { rows } = await sql<{ scope: Scope; number: number }>`
    select scope, number from scopes where scope = any(${scopes}::text[])`.execute(db)
  return new Map(rows.map((each) => [each.scope, each.number]))
}
