import type { Actor, Person } from 'domain/actor'
import { sql } from 'kysely'
import { rowJson, withoutNulls } from '../db/columns'
import type { Tx } from '../db/pool'

/** The person as they stand, locked until the transaction ends. */
export async function lockPerson(tx: Tx, id: string): Promise<Person | undefined> {
  const row = await tx.selectFrom('people').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && withoutNulls<Person>(row)
}

export async function savePersonRow(tx: Tx, person: Person) {
  await sql`insert into people select * from jsonb_populate_record(null::people, ${rowJson(person)}::jsonb)
    on conflict (id) do update set display_name = excluded.display_name, grants = excluded.grants,
      home_grid = excluded.home_grid, org_id = excluded.org_id, skills = excluded.skills,
      availability = excluded.availability, capacity = excluded.capacity`.execute(tx)
}

export async function findPersonRows(tx: Tx, ids: string[]): Promise<Actor[]> {
  const { rows } = await sql<object>`select id, display_name, grants, home_grid, org_id from people
    where id = any(${ids}::uuid[])`.execute(tx)
  return rows.map((row) => withoutNulls<Actor>(row))
}
