import { type Grant, SYSTEM } from 'domain/kernel/actor'
import { localDay, localInstant, plusDays } from 'domain/kernel/time'
import type { Person } from 'domain/person/person'
import type { DemoFile, DemoPerson } from './demoFile'
import type { Cast, ImportStep } from './importStep'

/** `unitContact` is granted by org, never by area. */
export function personOf(each: DemoPerson, idOf: Cast['idOf']): Person {
  const orgId = each.orgKey && idOf(each.orgKey)
  const grants = each.roles.flatMap(({ role, area }): Grant[] => {
    if (role !== 'unitContact') return [{ role, area }]
    return orgId ? [{ role, orgId }] : []
  })
  const { displayName, homeGrid, skills, availability, capacity } = each
  return { id: idOf(each.key), displayName, grants, homeGrid, orgId, skills, availability, capacity }
}

/** Communities' offices, grids, orgs, people, services and resources: what must stand before the first need is placed. */
export function setUpSteps(demo: DemoFile, people: Map<string, Person>, cast: Cast): ImportStep[] {
  const bySystem = { actor: SYSTEM, at: cast.now }
  const bySecretary = (community: string) => ({ actor: cast.secretaryOf(community), at: cast.now })

  const areas = [...demo.communities, ...demo.grids].map(
    (args): ImportStep => ({ ...bySystem, name: 'area.save', record: args.code, args }),
  )
  const orgs = demo.orgs.map(
    ({ key, name, kind, areas }): ImportStep => ({
      ...bySystem,
      name: 'org.save',
      record: key,
      args: { id: cast.idOf(key), name, kind, areaCodes: areas },
    }),
  )
  const persons = [...people].map(
    ([record, args]): ImportStep => ({ ...bySystem, name: 'person.save', record, args }),
  )
  const services = demo.services.map(
    (each): ImportStep => ({
      ...bySecretary(each.communityCode),
      name: 'service.save',
      record: each.key,
      args: {
        id: cast.idOf(each.key),
        communityCode: each.communityCode,
        orgId: cast.idOf(each.orgKey),
        categoryCode: each.category,
        title: each.title,
        description: each.description,
        scheduleText: each.schedule,
        listed: true,
        sessions: each.sessions.map(({ inDays, from, to, booked }, index) => {
          const day = localDay(plusDays(cast.now, inDays))
          return {
            id: cast.idOf(`${each.key}/${index}`),
            startsAt: localInstant(day, from),
            endsAt: localInstant(day, to),
            capacity: each.capacity,
            reserved: booked,
          }
        }),
      },
    }),
  )
  const ownerName = (key: string) =>
    demo.orgs.find((org) => org.key === key)?.name ?? cast.actorOf(key).displayName
  const resources = demo.resources.map(
    (each): ImportStep => ({
      ...bySecretary(each.communityCode),
      name: 'resource.save',
      record: each.key,
      args: {
        id: cast.idOf(each.key),
        communityCode: each.communityCode,
        ownerName: ownerName(each.ownerKey),
        categoryCode: each.category,
        title: each.title,
        description: each.description,
        quantity: each.quantity,
        unit: each.unit,
        openText: each.openText,
        listed: true,
      },
    }),
  )
  return [...areas, ...orgs, ...persons, ...services, ...resources]
}
