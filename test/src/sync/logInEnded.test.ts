/** @jest-environment node */
import { aNeed, community, elsewhere } from '../../support/builders'
import type { VirtualTime } from '../../support/fakePlatform'
import { keptEntries } from './app'
import type { TestCloud } from './fakeCloud'
import type { TestPhone } from './phone'
import { id, openNeed, resident, secretary, setScene } from './scene'

let time: VirtualTime
let cloud: TestCloud
let phone: TestPhone

/** Somebody whose log-in ends while a need of their community waits to be seen by staff. */
async function ended(person = secretary, settings: Partial<TestCloud['settings']> = {}) {
  ;({ time, cloud, phone } = await setScene(person, settings))
  cloud.put(aNeed({ id: id(1), requesterId: resident.id, placedById: resident.id }))
  await time.pass(1000)
  cloud.endLogIn(person.id)
  cloud.cutSockets()
  await time.pass(10_000)
  expect(phone.status().state).toBe('loginNeeded')
}

test('[S10] what anybody sees at home goes on coming, by the socket too', async () => {
  await ended()
  const asked = cloud.requests.length
  cloud.put(openNeed(2))
  await time.pass(100)
  expect(phone.need(id(2))).toBeDefined()
  expect(cloud.requests).toHaveLength(asked)
  cloud.cutSockets()
  cloud.put(openNeed(3))
  phone.sync.refresh()
  await time.pass(1000)
  expect(phone.need(id(3))).toBeDefined()
})

test('[S10] nothing is sent and no token said; what was done meanwhile goes after the log-in', async () => {
  await ended(resident)
  const asked = cloud.requests.length
  phone.place(5)
  await time.pass(600_000)
  expect(cloud.requests.slice(asked).some(({ token, body }) => token || body.push.length > 0)).toBe(false)
  expect(keptEntries(phone)).toHaveLength(1)
  expect(phone.status()).toMatchObject({ state: 'loginNeeded', entries: [{ state: 'waiting' }] })
  cloud.reviveLogIn(resident.id)
  phone.logIn(resident)
  await time.pass(1000)
  expect(phone.status()).toMatchObject({ state: 'idle', entries: [] })
  expect(cloud.needs.has(id(5))).toBe(true)
})

test('[S10] what only they may see stays as it was until they log in, over a restart too, and no more of it comes', async () => {
  await ended()
  cloud.put(aNeed({ id: id(2), requesterId: resident.id, placedById: resident.id }))
  cloud.put(openNeed(3))
  await time.pass(60_000)
  phone.setVisible(false)
  phone = phone.restart()
  await time.pass(10_000)
  expect([1, 2, 3].map((n) => phone.need(id(n))?.whole)).toEqual([true, undefined, false])
  cloud.reviveLogIn(secretary.id)
  phone.logIn(secretary)
  await time.pass(1000)
  expect(phone.need(id(2))?.whole).toBe(true)
})

test('[S7] [S10] half of what was on its way to them is not shown, and goes on after the log-in', async () => {
  ;({ time, cloud, phone } = await setScene(secretary, { sockets: false, pageRows: 2 }))
  phone.setOnline(false)
  for (let n = 1; n < 8; n++) cloud.put(aNeed({ id: id(n), requesterId: resident.id }))
  cloud.put(openNeed(9))
  cloud.fate('fine', { delayMs: 2000 })
  phone.setOnline(true)
  await time.pass(1000)
  cloud.endLogIn(secretary.id)
  await time.pass(20_000)
  expect(phone.status().state).toBe('loginNeeded')
  expect([1, 2, 3, 4, 5, 6, 7, 9].filter((n) => phone.need(id(n)))).toEqual([9])
  cloud.reviveLogIn(secretary.id)
  const asked = cloud.requests.length
  phone.logIn(secretary)
  await time.pass(5000)
  expect([1, 2, 3, 4, 5, 6, 7, 9].filter((n) => phone.need(id(n)))).toHaveLength(8)
  const staff = `${community}:staff`
  const first = cloud.requests[asked]?.body.cursors[staff]?.number
  expect(first).toBeGreaterThan(0)
})

test('[S10] what they looked at since goes when they look elsewhere; what they held before stays', async () => {
  await ended()
  const scopes = () => [...phone.disk.keys()].filter((key) => key.includes('/scope/')).join()
  phone.sync.watch(elsewhere)
  await time.pass(2000)
  expect(scopes()).toContain(elsewhere)
  phone.sync.watch(undefined)
  await time.pass(2000)
  expect(scopes()).not.toContain(elsewhere)
  expect(scopes()).toContain(`${community}:staff`)
})
