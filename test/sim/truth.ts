import type { Area } from 'domain/area/area'
import type { Lesson } from 'domain/category/guess/lesson'
import type { District } from 'domain/district/district'
import type { Actor } from 'domain/kernel/actor'
import { personOf, type Scope } from 'domain/kernel/scope'
import { audienceOf } from 'domain/need/audience'
import type { Need, NeedEvent } from 'domain/need/need'
import { mineOf } from 'domain/need/relations'
import { summaryTo, wholeTo } from 'domain/need/told'
import type { Org } from 'domain/org/org'
import type { Person } from 'domain/person/person'
import { type RowsByEntity, SHARED, type SharedEntity } from 'domain/things'
import { listCategories } from '../../cloud/category/categoryRepo'
import { withoutNulls } from '../../cloud/db/columns'
import { lockResource } from '../../cloud/listing/resourceRepo'
import { lockServiceRow } from '../../cloud/listing/serviceRepo'
import { lockNeeds } from '../../cloud/need/needRepo'
import type { SimDatabase } from './database'

/** What stands where, by `<entity>/<id>`, as the tables say it: no feed is asked. */
export interface Truth {
  scopes: Map<Scope, Map<string, unknown>>
  needs: { need: Need; events: NeedEvent[] }[]
  people: Map<string, Actor>
}

export async function readTruth({ observer, db, readPerson }: SimDatabase): Promise<Truth> {
  const scopes: Truth['scopes'] = new Map()
  const put = (scope: Scope, key: string, row: unknown) => {
    const rows = scopes.get(scope) ?? new Map()
    scopes.set(scope, rows.set(key, plain(row)))
  }
  const putShared = <E extends SharedEntity>(entity: E, row: RowsByEntity[E] | undefined) => {
    if (!row) return
    const { audience, idOf } = SHARED[entity]
    for (const scope of audience(row)) put(scope, `${entity}/${idOf(row)}`, row)
  }
  const idsIn = async (table: string): Promise<string[]> =>
    (await observer.query(`select id from ${table} order by id`)).rows.map(({ id }) => id)

  const needs = await lockNeeds(db, await idsIn('needs'))
  for (const { need, events } of needs)
    for (const [scope, view] of audienceOf(need)) {
      const personId = personOf(scope)
      const whole = personId ? wholeTo(need, events, personId) : { full: need, events }
      const row = view === 'full' ? whole : { summary: summaryTo(need, personId) }
      put(scope, `need/${need.id}`, { ...row, ...mineIn(scope, need, events) })
    }
  for (const id of await idsIn('services')) putShared('service', await lockServiceRow(db, id))
  for (const id of await idsIn('resources')) putShared('resource', await lockResource(db, id))
  const people = new Map<string, Person>()
  for (const id of await idsIn('people')) {
    const person = await readPerson(id)
    if (!person) continue
    people.set(id, person)
    putShared('person', person)
  }
  for (const org of await db.selectFrom('orgs').selectAll().execute()) putShared('org', org as Org)
  for (const area of await db.selectFrom('areas').selectAll().execute())
    putShared('area', withoutNulls<Area>(area))
  for (const { areaCode: id, taught } of await db.selectFrom('lessons').selectAll().execute())
    putShared('lesson', { id, taught: taught as Lesson['taught'] })
  for (const row of await listCategories(db)) putShared('category', row)
  for (const { row } of await db.selectFrom('districts').selectAll().execute())
    putShared('district', row as unknown as District)
  return { scopes, needs, people }
}

function mineIn(scope: Scope, need: Need, events: NeedEvent[]) {
  const personId = personOf(scope)
  return personId ? { mine: mineOf(need, events, personId) } : {}
}

/** As JSON carries it, keys in order: equal things read equal. */
export function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, each]) => each !== undefined && each !== null)
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, plain(each)]),
  )
}
