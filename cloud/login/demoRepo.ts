import type { Grant } from 'domain/kernel/actor'
import { sql } from 'kysely'
import type { Db } from '../db/pool'

export interface DemoIdentity {
  key: string
  id: string
  displayName: string
  grants: Grant[]
  community: string
}

export async function listDemoIdentities(db: Db): Promise<DemoIdentity[]> {
  const { rows } = await sql<DemoIdentity>`
    select key, people.id, display_name, grants, coalesce(areas.name, '') as community
    from demo_identities join people on people.id = person_id
    left join areas on areas.code = left(home_grid, 12)
    order by left(home_grid, 12), key`.execute(db)
  return rows
}
