import type { Actor } from 'domain/kernel/actor'
import type { Service } from 'domain/listing/service'
import type { Need } from 'domain/need/need'
import {
  aMember,
  aNeed,
  anActor,
  aResident,
  aSecretary,
  community,
  idOf,
  noon,
  toPool,
} from '../../support/builders'
import { createVirtualTime, Killed } from '../../support/fakePlatform'
import { createFakeCloud, type TestCloud } from './fakeCloud'
import { createPhone, type TestPhone } from './phone'

export const resident = aResident()
export const member = aMember()
/** Another member, who wants the same. */
export const rival = anActor(8, [{ role: 'member', area: community }])
export const secretary = aSecretary()
/** Places needs, and has no phone. */
export const neighbour = anActor(9)

const everybody = [resident, member, rival, secretary]

/** A cloud, and a phone on which somebody, or a guest, has just logged in. */
export async function setScene(
  person: Actor | undefined = resident,
  settings: Partial<TestCloud['settings']> = {},
) {
  const time = createVirtualTime()
  const cloud = createFakeCloud(time, everybody)
  Object.assign(cloud.settings, settings)
  for (const each of everybody) cloud.introduce(each)
  const phone = newPhone(time, cloud)
  phone.sync.start()
  if (person) phone.logIn(person)
  await time.pass(1000)
  return { time, cloud, phone }
}

const phones: TestPhone[] = []

export function newPhone(...how: Parameters<typeof createPhone>): TestPhone {
  const phone = createPhone(...how)
  phones.push(phone)
  return phone
}

afterEach(() => {
  const troubles = phones.flatMap((phone) => phone.troubles).filter((error) => !(error instanceof Killed))
  for (const phone of phones.splice(0)) phone.sync.stop()
  expect(troubles).toEqual([])
})

export const id = (n: number) => idOf('n', n)

/** The neighbour's, offered to all helpers around. */
export const openNeed = (n: number, more: Partial<Need> = {}) =>
  aNeed({
    id: id(n),
    requesterId: neighbour.id,
    placedById: neighbour.id,
    status: 'dispatched',
    offer: toPool,
    dispatchedAt: noon,
    ...more,
  })

/** A service with one session of five places. */
export const orderable = (booked: number): Service => ({
  id: idOf('s', 1),
  version: 1,
  communityCode: community,
  orgId: idOf('o', 1),
  orgName: '理发队',
  categoryCode: 'service-health',
  title: '上门理发',
  description: '上门理发',
  scheduleText: '周三',
  listed: true,
  sessions: [
    {
      id: idOf('t', 1),
      startsAt: '2026-03-20T01:00:00.000Z',
      endsAt: '2026-03-20T03:00:00.000Z',
      capacity: 5,
      reserved: 0,
      booked,
    },
  ],
})
