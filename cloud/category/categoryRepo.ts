import type { CategoryRow } from 'domain/category/categoryRow'
import type { AreaCode } from 'domain/kernel/area'
import { sql } from 'kysely'
import type { Db, Tx } from '../db/pool'

/** The category as it stands, locked until the transaction ends. */
export async function lockCategory(
  tx: Tx,
  districtCode: AreaCode,
  code: string,
): Promise<CategoryRow | undefined> {
  const { rows } = await sql<{ row: CategoryRow }>`
    select row from categories where district_code = ${districtCode} and code = ${code} for update`.execute(
    tx,
  )
  return rows[0]?.row
}

export async function saveCategoryRow(tx: Tx, row: CategoryRow) {
  await sql`insert into categories (district_code, code, row)
    values (${row.districtCode}, ${row.code}, ${JSON.stringify(row)}::jsonb)
    on conflict (district_code, code) do update set row = excluded.row`.execute(tx)
}

export async function listCategories(db: Db | Tx): Promise<CategoryRow[]> {
  const { rows } = await sql<{ row: CategoryRow }>`select row from categories order by code`.execute(db)
  return rows.map(({ row }) => row)
}

/** Adds those that the district does not have. @returns their codes */
export async function addCategories(tx: Tx, rows: CategoryRow[]): Promise<string[]> {
  const added = await sql<{ code: string }>`
    insert into categories (district_code, code, row)
    select row->>'districtCode', row->>'code', row from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) row
    on conflict do nothing returning code`.execute(tx)
  return added.rows.map(({ code }) => code)
}
