import type { Actor, Grant } from 'domain/kernel/actor'
import type { Service } from 'domain/listing/service'
import type { Need, Offer } from 'domain/need/need'

export const noon = '2026-03-18T04:00:00.000Z'
export const community = '441704100003'
export const elsewhere = '441704109211'

/** A readable id: `idOf('need', 7)` is always the same UUID. */
export const idOf = (kind: string, n: number) => {
  const hex = Array.from(`${kind}`, (letter) => letter.charCodeAt(0).toString(16)).join('')
  return `0190${hex.padEnd(4, '0').slice(0, 4)}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
}

export const anActor = (n: number, grants: Grant[] = [], more: Partial<Actor> = {}): Actor => ({
  id: idOf('p', n),
  displayName: `人${n}`,
  grants: [{ role: 'resident', area: community }, ...grants],
  homeGrid: `${community}001`,
  ...more,
})
export const aResident = (n = 1) => anActor(n)
export const aMember = (n = 2) => anActor(n, [{ role: 'member', area: community }])
export const aSecretary = (n = 3) => anActor(n, [{ role: 'secretary', area: community }])
export const aGridWorker = (n = 4) => anActor(n, [{ role: 'gridWorker', area: `${community}002` }])
export const aCentreHousehold = (n = 5) => anActor(n, [{ role: 'centreHousehold', area: `${community}001` }])

export const toPool: Offer = { areaCode: community, personIds: [], orgIds: [] }
export const toPeople = (...people: Actor[]): Offer => ({
  personIds: people.map((each) => each.id),
  orgIds: [],
})

export const aNeed = (more: Partial<Need> = {}): Need => ({
  id: idOf('n', 1),
  version: 1,
  communityCode: community,
  gridCode: `${community}001`,
  kind: 'help',
  categoryCode: 'help-power',
  title: '客厅灯不亮了',
  words: '客厅灯不亮了，换过灯泡还是不行',
  answers: { what: '灯不亮', smell: false },
  urgency: 'normal',
  headcount: 1,
  requesterId: aResident().id,
  placedById: aResident().id,
  requesterName: '李**',
  askers: [],
  status: 'placed',
  assignments: [],
  reopened: 0,
  escalated: false,
  placedAt: '2026-03-18T03:00:00.000Z',
  respondBy: '2026-03-18T04:00:00.000Z',
  finishBy: '2026-03-20T03:00:00.000Z',
  changedAt: '2026-03-18T03:00:00.000Z',
  ...more,
})

/** A service with one session of three places, one of them reserved. */
export const aService = (n = 1, more: Partial<Service> = {}): Service => ({
  id: idOf('s', n),
  version: 1,
  communityCode: community,
  orgId: idOf('o', 1),
  orgName: '巧手维修队',
  categoryCode: 'service-repair',
  title: '修小家电',
  description: '都可以拿来',
  scheduleText: '每月第一个周六',
  listed: true,
  sessions: [
    {
      id: idOf('t', n),
      startsAt: '2026-03-19T01:00:00.000Z',
      endsAt: '2026-03-19T03:00:00.000Z',
      capacity: 3,
      reserved: 1,
      booked: 0,
    },
  ],
  ...more,
})

/** A need held by some members, in a status. */
export const heldBy = (status: Need['status'], headcount: number, ...members: Actor[]): Need =>
  aNeed({
    status,
    headcount,
    offer: toPool,
    dispatchedAt: '2026-03-18T03:10:00.000Z',
    assignments: members.map((member, index) => ({
      slot: index + 1,
      personId: member.id,
      personName: member.displayName,
      active: true,
      claimedAt: '2026-03-18T03:20:00.000Z',
    })),
  })
