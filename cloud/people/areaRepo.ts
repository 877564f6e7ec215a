import type { Area } from 'domain/area'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../db/pool'

export async function saveAreaRow(tx: Tx, { code, name, households, phone }: Area) {
  await sql`insert into areas (code, name, households, phone)
    values (${code}, ${name}, ${households ?? null}, ${phone ?? null})
    on conflict (code) do update
    set name = excluded.name, households = excluded.households, phone = excluded.phone`.execute(tx)
}

/** Whether all of the codes are known. */
export async function knowsAreas(tx: Tx, codes: string[]): Promise<boolean> {
  const { rows } = await sql<{ known: boolean }>`select ${areasKnown(codes)} as known`.execute(tx)
  return rows[0]?.known ?? false
}

/** The same as a condition of another statement. @param codes each of them once */
export const areasKnown = (codes: string[]): RawBuilder<boolean> =>
  sql`(select count(*) from areas where code = any(${codes}::text[])) = ${codes.length}`
