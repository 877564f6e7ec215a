import type { Area } from 'domain/area'
import { sql } from 'kysely'
import type { Tx } from '../db/pool'

export async function saveAreaRow(tx: Tx, { code, name, households, phone }: Area) {
  await sql`insert into areas (code, name, households, phone)
    values (${code}, ${name}, ${households ?? null}, ${phone ?? null})
    on conflict (code) do update
    set name = excluded.name, households = excluded.households, phone = excluded.phone`.execute(tx)
}

/** How many of the codes are known. */
export async function countAreas(tx: Tx, codes: string[]): Promise<number> {
  const { rows } = await sql<{ known: number }>`
    select count(*) as known from areas where code = any(${codes}::text[])`.execute(tx)
  return rows[0]?.known ?? 0
}
