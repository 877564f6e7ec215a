import type { Grant } from 'domain/kernel/actor'
import { plusDays, plusMinutes } from 'domain/kernel/time'
import type { Org } from 'domain/org/org'
import type { Person } from 'domain/person/person'
import { community, elsewhere, idOf, noon } from '../support/builders'
import { district, type Seed } from '../support/seed'

export { community, district, elsewhere }
export const COMMUNITIES = [community, elsewhere]
export const TOWN = community.slice(0, 9)

const person = (n: number, home: string, grants: Grant[], more: Partial<Person> = {}): Person => ({
  id: idOf('p', n),
  displayName: `人${n}`,
  grants: [{ role: 'resident', area: home }, ...grants],
  homeGrid: `${home}00${1 + (n % 2)}`,
  skills: [],
  availability: [],
  capacity: 3,
  ...more,
})

export const TEAM = idOf('o', 1)
export const UNIT = idOf('o', 2)
export const ORGS: Org[] = [
  { id: TEAM, name: '湖滨队', kind: 'team', areaCodes: [community] },
  { id: UNIT, name: '供电所', kind: 'unit', areaCodes: [community, elsewhere] },
]

/** Everybody; the first have a phone, in this order. */
export const PEOPLE: Person[] = [
  person(1, community, [{ role: 'secretary', area: community }]),
  person(2, community, [{ role: 'member', area: community }]),
  person(3, community, []),
  person(4, community, [{ role: 'member', area: community }], { orgId: TEAM }),
  person(5, community, [{ role: 'coordinator', area: district }]),
  person(10, community, [{ role: 'gridWorker', area: `${community}002` }]),
  person(6, elsewhere, [{ role: 'member', area: elsewhere }]),
  person(7, elsewhere, [{ role: 'secretary', area: elsewhere }]),
  person(8, community, [{ role: 'volunteer', area: TOWN }]),
  person(9, elsewhere, []),
  person(11, elsewhere, [{ role: 'unitContact', orgId: UNIT }]),
  person(12, community, [{ role: 'centreHousehold', area: `${community}001` }]),
]

export const SERVICES = [idOf('s', 1), idOf('s', 2)]
export const RESOURCES = [idOf('r', 1), idOf('r', 2)]
export const sessionOf = (serviceId: string) => serviceId.replace(/^.{8}/, '01907465')

const startsAt = plusDays(noon, 7)
export const aService = (id: string) => ({
  id,
  communityCode: community,
  orgId: SERVICES.indexOf(id) === 0 ? TEAM : UNIT,
  categoryCode: 'service-repair',
  title: '修小家电',
  description: '风扇、电饭煲都可以拿来',
  scheduleText: '每月第一个周六上午',
  listed: true,
  sessions: [{ id: sessionOf(id), startsAt, endsAt: plusMinutes(startsAt, 120), capacity: 2, reserved: 0 }],
})

export const aResource = (id: string) => ({
  id,
  communityCode: RESOURCES.indexOf(id) === 0 ? community : elsewhere,
  ownerName: '居委会',
  categoryCode: 'resource-item',
  title: '轮椅',
  description: '可以借走',
  quantity: 2,
  unit: '辆',
  openText: '每天',
  listed: true,
})

/** What stands in the database when a run begins. */
export async function furnish({ areas, must }: Seed) {
  await areas()
  for (const org of ORGS) await must('org.save', org)
  for (const each of PEOPLE) await must('person.save', each, undefined, noon)
  for (const id of SERVICES) await must('service.save', aService(id), undefined, noon)
  for (const id of RESOURCES) await must('resource.save', aResource(id), undefined, noon)
}
