import type { District } from 'domain/district/district'
import { sql } from 'kysely'
import type { Tx } from '../db/pool'

/** The district as it stands, locked until the transaction ends. */
export async function lockDistrict(tx: Tx, code: string): Promise<District | undefined> {
  const { rows } = await sql<{ row: District }>`
    select row from districts where code = ${code} for update`.execute(tx)
  return rows[0]?.row
}

export async function saveDistrictRow(tx: Tx, row: District) {
  await sql`insert into districts (code, row) values (${row.id}, ${JSON.stringify(row)}::jsonb)
    on conflict (code) do update set row = excluded.row`.execute(tx)
}

/** @returns false where it was there */
export async function addDistrict(tx: Tx, row: District): Promise<boolean> {
  const { rows } =
    await sql`insert into districts (code, row) values (${row.id}, ${JSON.stringify(row)}::jsonb)
    on conflict do nothing returning code`.execute(tx)
  return rows.length > 0
}
