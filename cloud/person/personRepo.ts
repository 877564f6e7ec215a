import type { Actor } from 'domain/kernel/actor'
import type { Person } from 'domain/person/person'
import { sql } from 'kysely'
import { rowJson, withoutNulls } from '../db/columns'
import type { Tx } from '../db/pool'
import { together } from '../db/transact'

/** The person as they stand, locked until the transaction ends. */
export async function lockPerson(tx: Tx, id: string): Promise<Person | undefined> {
  const row = await tx.selectFrom('people').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && withoutNulls<Person>(row)
}

export async function savePersonRow(tx: Tx, person: Person) {
  await sql`insert into people select * from jsonb_populate_record(null::people, ${rowJson(person)}::jsonb)
    on conflict (id) do update set display_name = excluded.display_name, grants = excluded.grants,
      home_grid = excluded.home_grid, org_id = excluded.org_id, skills = excluded.skills,
      availability = excluded.availability, capacity = excluded.capacity, revision = excluded.revision`.execute(
    tx,
  )
}

export async function findPersonRows(tx: Tx, ids: string[]): Promise<Actor[]> {
  const { rows } = await sql<object>`select id, display_name, grants, home_grid, org_id from people
    where id = any(${ids}::uuid[])`.execute(tx)
  return rows.map((row) => withoutNulls<Actor>(row))
}

/**
 * People as they are; until the transaction ends nobody changes them, or whether they belong to the orgs. Sent before
 * this returns.
 */
export async function holdPersonRows(tx: Tx, ids: string[], orgIds: string[]): Promise<Actor[]> {
  const [rows = []] = await together(tx, [
    sql`select id, display_name, grants, home_grid, org_id from people where id = any(${ids}::uuid[])
      order by id for key share`,
    ...(orgIds.length > 0
      ? [sql`select id from orgs where id = any(${orgIds}::uuid[]) order by id for key share`]
      : []),
  ])
  return rows.map((row) => withoutNulls<Actor>(row as object))
}

/** Who belongs to one of the orgs or answers for it; until the transaction ends nobody joins or leaves them. */
export async function findPeopleOfOrgs(tx: Tx, orgIds: string[]): Promise<Actor[]> {
  await sql`select id from orgs where id = any(${orgIds}::uuid[]) order by id for update`.execute(tx)
  const { rows } = await sql<object>`select id, display_name, grants, home_grid, org_id from people
    where org_id = any(${orgIds}::uuid[]) or exists (
      select from jsonb_array_elements(grants) held where held->>'orgId' = any(${orgIds}::text[]))`.execute(
    tx,
  )
  return rows.map((row) => withoutNulls<Actor>(row))
}
