import type { Org } from 'domain/org/org'
import { sql } from 'kysely'
import { withoutNulls } from '../db/columns'
import type { Tx } from '../db/pool'

/** The org as it stands, locked until the transaction ends. */
export async function lockOrg(tx: Tx, id: string): Promise<Org | undefined> {
  const row = await tx.selectFrom('orgs').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && withoutNulls<Org>(row)
}

export async function saveOrgRow(tx: Tx, { id, name, kind, areaCodes, revision }: Org) {
  await sql`insert into orgs (id, name, kind, area_codes, revision)
    values (${id}, ${name}, ${kind}, ${areaCodes}, ${revision ?? null})
    on conflict (id) do update set name = excluded.name, kind = excluded.kind,
      area_codes = excluded.area_codes, revision = excluded.revision`.execute(tx)
}

export async function findOrgRows(tx: Tx, ids: string[]): Promise<Org[]> {
  const { rows } = await sql<Org>`select * from orgs where id = any(${ids}::uuid[])`.execute(tx)
  return rows
}
