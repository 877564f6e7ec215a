import type { Area } from 'domain/area/area'
import type { AreaCode } from 'domain/kernel/area'
import { type RawBuilder, sql } from 'kysely'
import { withoutNulls } from '../db/columns'
import type { Tx } from '../db/pool'

/** The area as it stands, locked until the transaction ends. */
export async function lockArea(tx: Tx, code: string): Promise<Area | undefined> {
  const row = await tx.selectFrom('areas').selectAll().where('code', '=', code).forUpdate().executeTakeFirst()
  return row && withoutNulls<Area>(row)
}

export async function saveAreaRow(tx: Tx, { code, name, households, phone, revision }: Area) {
  await sql`insert into areas (code, name, households, phone, revision)
    values (${code}, ${name}, ${households ?? null}, ${phone ?? null}, ${revision ?? null})
    on conflict (code) do update set name = excluded.name, households = excluded.households,
      phone = excluded.phone, revision = excluded.revision`.execute(tx)
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
