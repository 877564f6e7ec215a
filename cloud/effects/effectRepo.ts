import type { Instant } from 'domain/kernel/time'
import { type RawBuilder, sql } from 'kysely'
import { rowsJson } from '../db/columns'
import type { Db, Tx } from '../db/pool'
import type { Effect } from './effect'

export type EffectRow = Effect & { id: string; at: Instant; dueAt: Instant }

export const insertEffects = (rows: EffectRow[]): RawBuilder<unknown> =>
  sql`insert into effects (id, name, data, at, due_at)
    select id, name, data, at, due_at from json_populate_recordset(null::effects, ${rowsJson(rows)}::json)`

/** One that is due and that nobody else has in hand; locked until the transaction ends. */
export async function takeDue(tx: Tx, now: Instant): Promise<EffectRow | undefined> {
  const { rows } = await sql<EffectRow>`
    select id, name, data, at, due_at from effects where failed_at is null and due_at <= ${now}::timestamptz
    order by due_at, id limit 1 for update skip locked`.execute(tx)
  return rows[0]
}

export const deleteEffect = (id: string): RawBuilder<unknown> => sql`delete from effects where id = ${id}`

/** Puts one off that failed, longer each time; after the last try it is given up until somebody asks for it. */
export async function putOff(db: Db, id: string, now: Instant, { tries, firstPauseMs }: Patience) {
  await sql`
    update effects set tries = effects.tries + 1,
      due_at = ${now}::timestamptz + ${firstPauseMs} * power(4, effects.tries) * interval '1 millisecond',
      failed_at = case when effects.tries + 1 >= ${tries} then ${now}::timestamptz end
    where id = ${id}`.execute(db)
}

export interface Patience {
  tries: number
  /** Before the second try; four times as long before each that follows. */
  firstPauseMs: number
}

/** Given up, the newest first. */
export async function listFailed(db: Db, limit: number) {
  const { rows } = await sql<{ id: string; name: string; at: Instant; failedAt: Instant; tries: number }>`
    select id, name, at, failed_at, tries from effects where failed_at is not null
    order by failed_at desc, id limit ${limit}`.execute(db)
  return rows
}

/** @returns whether it was given up, and is due again */
export async function tryAgain(db: Db, id: string, now: Instant): Promise<boolean> {
  const { rows } = await sql`
    update effects set tries = 0, failed_at = null, due_at = ${now}::timestamptz
    where id = ${id} and failed_at is not null returning 1 as one`.execute(db)
  return rows.length > 0
}
