import type { Area, AreaCode } from 'domain/area'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../db/pool'

export async function saveAreaRow(tx: Tx, { code, name, households, phone }: Area) {
  await sql`insert into areas (code, name, households, phone)
    values (${code}, ${name}, ${households ?? null}, ${phone ?? null})
    on conflict (code) do update
    set name = excluded.name, households = excluded.households, phone = excluded.phone`.execute(tx)
}

/** Whether all of the codes are known. */
export async function knowsAreas(tx: Tx, codes: AreaCode[]): Promise<boolean> {
  const { rows } = await sql<{ known: boolean }>`
    select ${areasKnown(sql`${codes}::text[]`)} as known`.execute(tx)
  return rows[0]?.known ?? false
}

/** The same as a condition of another statement. @param codes an array in SQL, in which null asks for nothing */
export const areasKnown = (codes: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql`not exists (
    select from unnest(${codes}) as asked (code)
    where code is not null and not exists (select from areas where areas.code = asked.code)
  )`
