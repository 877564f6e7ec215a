import { weightOf } from 'domain/kernel/checksum'
import type { Scope } from 'domain/kernel/scope'
import type { Instant } from 'domain/kernel/time'
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../db/pool'
import { together, transact } from '../db/transact'
import type { FeedChange } from './changeSet'

/** Sums count in 32 bits. */
const BITS = sql.lit(0xffff_ffff)

/** A statement that changes something by numbers of scopes: rows of (command, numbers as a JSON object) in SQL. */
export type Keep = (numbers: RawBuilder<unknown>) => RawBuilder<unknown>
export const NO_NUMBERS = sql`select null::bigint as command, null::jsonb as numbers where false`
const MOVED_NUMBERS = sql`select command, jsonb_object_agg(scope, number) as numbers from numbered group by command`

const MOVED_TOGETHER = sql`, together as (
      insert into moved_together (scope, number, scopes)
      select scope, number, (select array_agg(scope) from moved) from moved
    )`
/** If these scopes were delivered separately, a row would flicker out of view. */
const belongTogether = ([first, ...others]: FeedChange[]) =>
  others.some(({ scope }) => scope !== first?.scope) &&
  [first, ...others].some((each) => each?.row === null || each?.id !== first?.id)

/** As JSON text, into which rows go as the texts that they are. */
function recordsOf(commands: FeedChange[][]): string {
  const all = commands.flatMap((changes, index) => changes.map((each) => ({ ...each, command: index + 1 })))
  const places = new Map<string, number>()
  const records = all.map(({ scope, entity, id, row, command }) => {
    const place = (places.get(scope) ?? 0) + 1
    places.set(scope, place)
    const record = JSON.stringify({ command, scope, entity, id, place, weight: weightOf(entity, id) })
    return `${record.slice(0, -1)},"row":${row}}`
  })
  return `[${records.join()}]`
}

/**
 * Takes the next numbers, scope by scope in sorted order, and writes the rows with them: one number for every
 * changed row, without gaps, in commit order, for the counter's row lock is held until the commit. [S6]
 * Count and sum move with the counter. [S11] What a changed row had before is read without a lock: whoever changes
 * it holds the lock of the thing itself since an earlier statement, so nobody else does meanwhile.
 * Where several things of one command changed or one went from a scope, it keeps which scopes moved together. [S7]
 * @param commands what each of them changed; no two of them the same row
 * @returns the newest number of each command in each scope
 */
export function writeFeed(commands: FeedChange[][], keep?: Keep): RawBuilder<Numbered> {
  return sql`
    with changes as materialized (
      select c.*, count(*) over (partition by c.scope) as moves,
        (c.row is not null)::int as stands, (f.row is not null)::int as stood, f.number as old
      from json_to_recordset(${recordsOf(commands)}::json)
        as c (command integer, scope text, entity text, id text, place bigint, weight bigint, row json)
      left join feed f on f.scope = c.scope and f.entity = c.entity and f.id = c.id
    ), deltas as materialized (
      select scope, moves, sum(stands - stood) as count, (sum(stands * weight)::bigint & ${BITS}) as weight,
        sum(stands * weight * (place - moves) - stood * ((weight * coalesce(old, 0)) & ${BITS}))::bigint as rest
      from changes group by scope, moves
    ), moved as (
      insert into scopes (scope, number, count, sum)
      select scope, moves, count, (rest + weight * moves) & ${BITS} from deltas order by scope
      on conflict (scope) do update set
        number = scopes.number + excluded.number,
        count = scopes.count + excluded.count,
        sum = (select (scopes.sum + d.rest + d.weight * (scopes.number + d.moves)) & ${BITS}
               from deltas d where d.scope = scopes.scope)
      returning scope, number
    ), written as (
      insert into feed (scope, number, entity, id, row, gone_at)
      select c.scope, moved.number - moves + place, entity, id, row, case stands when 0 then now() end
      from changes c join moved using (scope)
      on conflict (scope, entity, id) do update set
        number = excluded.number, row = excluded.row, gone_at = excluded.gone_at
    ), numbered as (
      select command, scope, max(number - moves + place) as number
      from changes join moved using (scope) group by command, scope
    )${commands.some(belongTogether) ? MOVED_TOGETHER : sql``}${keep ? sql`, kept as (${keep(MOVED_NUMBERS)})` : sql``}
    select command, scope, number from numbered`
}

/** The newest number of a command, counted from 1, in a scope. */
export interface Numbered {
  command: number
  scope: Scope
  number: number
}

/** Forgets which scopes moved together before a moment. */
export async function forgetTogether(db: Db, before: Instant) {
  await sql`delete from moved_together where moved_at < ${before}::timestamptz`.execute(db)
}

/** Scopes that tell of rows which are gone since before a moment. */
export async function scopesToCompact(db: Db, before: Instant): Promise<Scope[]> {
  const { rows } = await sql<{ scope: Scope }>`
    select distinct scope from feed where gone_at < ${before}::timestamptz`.execute(db)
  return rows.map((each) => each.scope)
}

/**
 * Forgets what has gone from a scope before a moment, and says in its counter row up to which number: a cursor from
 * before that is void [S7]. The counter is locked first, as by everybody who writes to the scope.
 * @returns how many rows were forgotten
 */
export async function compactScope(db: Db, scope: Scope, before: Instant): Promise<number> {
  return await transact(db, async (tx) => {
    const [, [done] = []] = await together(tx, [
      sql`select 1 as one from scopes where scope = ${scope} for update`,
      sql`with gone as (
            delete from feed where scope = ${scope} and gone_at < ${before}::timestamptz returning number
          ), told as (
            update scopes set compacted = greatest(compacted, (select coalesce(max(number), 0) from gone))
            where scope = ${scope}
          )
          select count(*) as count from gone`,
    ])
    return (done as { count: number }).count
  })
}
