import { type Area, audienceOfArea } from 'domain/area/area'
import { audienceOfLesson } from 'domain/category/guess/lesson'
import type { Actor } from 'domain/kernel/actor'
import type { Scope } from 'domain/kernel/scope'
import { audienceOfListed } from 'domain/listing/listed'
import { audienceOf } from 'domain/need/audience'
import type { Need, NeedEvent } from 'domain/need/need'
import { mineOf } from 'domain/need/relations'
import { summaryTo, wholeTo } from 'domain/need/told'
import { audienceOfOrg, type Org } from 'domain/org/org'
import { audienceOfPerson, type Person } from 'domain/person/person'
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
  const putAll = (all: Iterable<Scope>, key: string, row: unknown) => {
    for (const scope of all) put(scope, key, row)
  }
  const idsIn = async (table: string): Promise<string[]> =>
    (await observer.query(`select id from ${table} order by id`)).rows.map(({ id }) => id)

  const needs = await lockNeeds(db, await idsIn('needs'))
  for (const { need, events } of needs)
    for (const [scope, view] of audienceOf(need)) {
      const personId = scope.startsWith('user:') ? scope.slice(5) : undefined
      const whole = personId ? wholeTo(need, events, personId) : { full: need, events }
      const row = view === 'full' ? whole : { summary: summaryTo(need, personId) }
      put(scope, `need/${need.id}`, { ...row, ...mineIn(scope, need, events) })
    }
  for (const id of await idsIn('services')) {
    const service = await lockServiceRow(db, id)
    if (service) putAll(audienceOfListed(service), `service/${id}`, service)
  }
  for (const id of await idsIn('resources')) {
    const resource = await lockResource(db, id)
    if (resource) putAll(audienceOfListed(resource), `resource/${id}`, resource)
  }
  const people = new Map<string, Person>()
  for (const id of await idsIn('people')) {
    const person = await readPerson(id)
    if (!person) continue
    people.set(id, person)
    putAll(audienceOfPerson(person), `person/${id}`, person)
  }
  const orgs = await db.selectFrom('orgs').selectAll().execute()
  for (const org of orgs) putAll(audienceOfOrg(org as Org), `org/${org.id}`, org)
  const areas = await db.selectFrom('areas').selectAll().execute()
  for (const area of areas) putAll(audienceOfArea(area.code), `area/${area.code}`, withoutNulls<Area>(area))
  const lessons = await db.selectFrom('lessons').selectAll().execute()
  for (const { areaCode: id, taught } of lessons) putAll(audienceOfLesson(id), `lesson/${id}`, { id, taught })
  return { scopes, needs, people }
}

function mineIn(scope: Scope, need: Need, events: NeedEvent[]) {
  const [, personId] = /^user:(.+)$/.exec(scope) ?? []
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
