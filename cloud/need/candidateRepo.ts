import type { AreaCode } from 'domain/kernel/area'
import { staffScope } from 'domain/kernel/scope'
import type { Around } from 'domain/need/candidates'
import { orgThing } from 'domain/org/org'
import { personThing } from 'domain/person/person'
import { sql } from 'kysely'
import type { Db } from '../db/pool'

/**
 * The helpers and orgs of a community, and what they carry of its needs: the rows of its staff's scope, so that nobody
 * is told more than staff see. One statement a table.
 */
export async function readAround(db: Db, community: AreaCode): Promise<Around> {
  const [known, carried] = await Promise.all([
    sql<{ entity: string; id: string; row: unknown }>`
      select entity, id, row from feed
      where scope = ${staffScope(community)} and entity in ('person', 'org') and row is not null`.execute(db),
    sql<{ personId: string; tasks: number }>`
      select person_id, count(*)::integer as tasks from assignments
      where community_code = ${community} and active group by person_id`.execute(db),
  ])
  const tasks = new Map(carried.rows.map((each) => [each.personId, each.tasks]))
  const of = (wanted: string) => known.rows.filter(({ entity }) => entity === wanted)
  return {
    people: of('person').flatMap(({ id, row }) => personThing.read(row, id) ?? []),
    orgs: of('org').flatMap(({ id, row }) => orgThing.read(row, id) ?? []),
    carrying: (personId) => tasks.get(personId) ?? 0,
  }
}
