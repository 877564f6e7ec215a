import type { Scope } from 'domain/kernel/scope'
import { sql } from 'kysely'
import type { Db } from '../db/pool'

/** Where a phone stands in a scope; 0 holds nothing. */
export interface Held {
  scope: Scope
  after: number
  /** What had gone when the counter stood there, it does not hold: `after`, where nothing is said. */
  knows?: number | undefined
  /** The counter at which the page from here is known already: it is read only if the counter stands elsewhere. */
  knownAt?: number | undefined
}

/** What there is of one scope above a cursor. */
export interface Page {
  /** Rows in it. */
  count: number
  /** The number of its last row. */
  last: number | null
  /** JSON texts of the changes, joined by commas. */
  rows: string
}

/** A scope in the snapshot that was read. */
export interface ScopeRead {
  scope: Scope
  /** It is ahead of the counter, or knows too little of rows that are gone and no longer told: it was read from 0. */
  reset: boolean
  /** The scope's counter, its rows, and the sum over them [S11]. */
  head: number
  count: number
  sum: number
  /** Undefined where it is known. */
  page: Page | undefined
  /** The scopes that commits among what is new moved together with this one, where that was asked. [S7] */
  together: Scope[]
}

interface ChangeRow {
  position: number
  reset: boolean
  head: number
  count: number
  sum: number
  known: boolean
  /** Null where there is nothing new. */
  number: number | null
  entity: string
  id: string
  row: string | null
  together: Scope[] | null
}

const NOT_ASKED = sql`select null as together`
const MOVED_TOGETHER = sql`
  select array_agg(distinct other) as together from moved_together m cross join unnest(m.scopes) other
  where m.scope = h.scope and m.number > h.after`

/**
 * Changes above what is held, of one snapshot, at most `limit` of each scope. Who holds nothing yet gets no
 * tombstones. JSON is spliced as text, for speed.
 */
export async function readChanges(
  db: Db,
  held: Held[],
  limit: number,
  { together = false } = {},
): Promise<ScopeRead[]> {
  const { rows } = await sql<ChangeRow>`
    select h.position, h.reset, h.head, h.count, h.sum, h.known, f.number, f.entity, f.id, f.row, t.together
    from (
      select h.scope, h.position, r.reset, coalesce(s.number, 0) as head, coalesce(s.count, 0) as count,
        coalesce(s.sum, 0) as sum, case when r.reset then 0 else h.after end as after,
        not r.reset and coalesce(h.known_at = coalesce(s.number, 0), false) as known
      from unnest(
        ${held.map((each) => each.scope)}::text[],
        ${held.map((each) => each.after)}::bigint[],
        ${held.map((each) => each.knows ?? each.after)}::bigint[],
        ${held.map((each) => each.knownAt ?? null)}::bigint[]
      ) with ordinality as h (scope, after, knows, known_at, position)
      left join scopes s on s.scope = h.scope
      cross join lateral (
        select h.after > coalesce(s.number, 0) or (h.after > 0 and h.knows < coalesce(s.compacted, 0)) as reset
      ) r
    ) h cross join lateral (${together ? MOVED_TOGETHER : NOT_ASKED}) t left join lateral (
      select number, entity, id, row::text as row from feed
      where not h.known and feed.scope = h.scope and feed.number > h.after and (row is not null or h.after > 0)
      order by number limit ${sql.lit(limit)}
    ) f on true`.execute(db)

  const byScope = held.map((): ChangeRow[] => [])
  for (const each of rows) byScope[each.position - 1]?.push(each)
  return held.map(({ scope }, index) => {
    const all = byScope[index] ?? []
    const [first] = all
    if (!first) throw new Error(`nothing was said of ${scope}`)
    const { reset, head, count, sum, known, together } = first
    return { scope, reset, head, count, sum, page: known ? undefined : pageOf(all), together: together ?? [] }
  })
}

function pageOf(rows: ChangeRow[]): Page {
  const changes = rows.filter(({ number }) => number !== null)
  return {
    count: changes.length,
    last: changes.at(-1)?.number ?? null,
    rows: changes.map(changeText).join(),
  }
}

const changeText = ({ entity, id, number, row }: ChangeRow) =>
  `{"entity":"${entity}","id":"${id}","number":${number}${row === null ? '' : `,"row":${row}`}}`

/** The counters of scopes; those that nothing was written to yet stand at 0. */
export async function readNumbers(db: Db, scopes: Scope[]): Promise<Map<Scope, number>> {
  const { rows } = await sql<{ scope: Scope; number: number }>`
    select scope, number from scopes where scope = any(${scopes}::text[])`.execute(db)
  return new Map(rows.map((each) => [each.scope, each.number]))
}
