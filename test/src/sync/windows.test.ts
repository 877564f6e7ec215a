/** @jest-environment node */
import { community, elsewhere } from '../../support/builders'
import { createFakePlatform, type VirtualTime } from '../../support/fakePlatform'
import { keptEntries } from './app'
import type { TestCloud } from './fakeCloud'
import type { TestPhone } from './phone'
import { id, newPhone, openNeed, resident, rival, setScene } from './scene'

let time: VirtualTime
let cloud: TestCloud
/** The one that writes, as it was opened first. */
let first: TestPhone
let second: TestPhone

beforeEach(async () => {
  ;({ time, cloud, phone: first } = await setScene())
  cloud.put(openNeed(1))
  await time.pass(1000)
  second = newPhone(time, cloud, { browser: first.browser, seed: 50 })
  second.sync.start()
  await time.pass(1000)
})

const rowsKept = () => JSON.stringify([...first.disk].filter(([key]) => key.includes('/scope')).sort())

test('the second window opens with what is kept, as the person who is logged in, and is live by itself', async () => {
  expect(second.status().person?.id).toBe(resident.id)
  expect(second.need(id(1))).toBeDefined()
  const asked = cloud.requests.length
  cloud.put(openNeed(2))
  await time.pass(100)
  expect(second.need(id(2))).toBeDefined()
  expect(cloud.requests).toHaveLength(asked)
})

test('a window that gets its turn only after it was opened asks no more than another', async () => {
  for (const phone of [first, second]) phone.kill()
  const before = createFakePlatform({ time, cloud: cloud.cloud, browser: first.browser })
  const asked = cloud.requests.length
  cloud.fate({ replyAfterMs: 500 })
  cloud.settings.sockets = false
  const phone = newPhone(time, cloud, { browser: first.browser, seed: 70 })
  phone.sync.start()
  await time.pass(10)
  before.kill()
  await time.pass(5000)
  expect(cloud.requests).toHaveLength(asked + 1)
  cloud.settings.sockets = true
  cloud.put(openNeed(2))
  await phone.sync.refresh()
  await time.pass(1000)
  expect(rowsKept()).toContain(id(2))
})

test('[S2] a command of the second window is kept in the one outbox, seen in both, and sent once, by the first', async () => {
  second.place(7)
  expect(keptEntries(first)).toHaveLength(1)
  expect(second.need(id(7))?.local).toBe(true)
  await time.pass(2000)
  expect(cloud.pushes()).toHaveLength(1)
  for (const { need, status } of [first, second]) {
    expect(need(id(7))).toMatchObject({ local: false, waiting: [] })
    expect(status().entries).toEqual([])
  }
  expect(keptEntries(first)).toEqual([])
})

test('[S5] in no window does what was sent flicker back', async () => {
  const seen = [first.seen.length, second.seen.length]
  first.place(7)
  await time.settle()
  cloud.fate({ replyAfterMs: 500 })
  second.place(8)
  await time.pass(5000)
  for (const [index, phone] of [first, second].entries()) {
    const shown = phone.seen.slice(seen[index]).map((rows) => rows.has(`need/${id(7)}`))
    expect(shown.lastIndexOf(false)).toBeLessThan(shown.indexOf(true))
    expect(shown.at(-1)).toBe(true)
  }
})

test('[S5] what the first has sent and confirmed stays in the second until its rows have come there too', async () => {
  second.setOnline(false) // its own line is slow; the storage is not
  second.place(7)
  await time.pass(5000)
  expect(cloud.needs.has(id(7))).toBe(true)
  expect(keptEntries(first)).toEqual([])
  expect(second.need(id(7))).toBeDefined()
  second.setOnline(true)
  await time.pass(1000)
  expect(second.need(id(7))).toMatchObject({ local: false, waiting: [] })
})

test('[S2] commands of both windows carry numbers of their own', async () => {
  first.setOnline(false)
  second.setOnline(false)
  for (const n of [11, 13]) first.place(n)
  for (const n of [12, 14]) second.place(n)
  await time.pass(100)
  const seqs = (phone: TestPhone) => phone.status().entries.map(({ command }) => command.seq)
  expect(seqs(first)).toEqual([1, 2, 3, 4])
  expect(seqs(second)).toEqual([1, 2, 3, 4])
})

test('[S13] only the first writes rows: what the second has read is never torn by it', async () => {
  const before = rowsKept()
  first.setVisible(false) // its socket is closed; the second hears of it alone
  await time.pass(1000)
  cloud.put(openNeed(2))
  await time.pass(1000)
  second.setVisible(false)
  await time.pass(1000)
  expect(second.need(id(2))).toBeDefined()
  expect(rowsKept()).toBe(before)
})

test('[S1] when the first is killed the second takes over, and sends what that had kept', async () => {
  first.setOnline(false)
  first.place(7)
  await time.pass(100)
  expect(second.need(id(7))?.local).toBe(true)
  first.kill()
  await time.pass(2000)
  expect(cloud.needs.has(id(7))).toBe(true)
  expect(second.status().entries).toEqual([])
  expect(keptEntries(second)).toEqual([])

  cloud.put(openNeed(2))
  await time.pass(1000)
  const again = second.restart()
  expect(again.need(id(2))).toBeDefined()
  expect(again.need(id(7))).toBeDefined()
})

test('[S13] what the first had not kept when it was killed the second keeps at its turn', async () => {
  first.setOnline(false)
  cloud.put(openNeed(2))
  await time.pass(1000)
  expect(rowsKept()).not.toContain(id(2))
  first.kill()
  await time.pass(1000)
  expect(rowsKept()).toContain(id(2))
})

test('[S10] what may not be held any more is not kept by the second either when it takes over', async () => {
  first.setOnline(false)
  cloud.grant({ ...resident, grants: [{ role: 'resident', area: elsewhere }], homeGrid: `${elsewhere}001` })
  void second.sync.refresh()
  await time.pass(2000)
  expect(second.need(id(1))).toBeUndefined()
  expect(rowsKept()).toContain(`scope/${community}`)
  first.kill()
  await time.pass(1000)
  expect(rowsKept()).not.toContain(`scope/${community}`)
})

test('[S7] [S13] of a scope that was taken anew nothing old is kept by the second when it takes over', async () => {
  first.setOnline(false)
  cloud.restoreBackup('b', [id(1)])
  void second.sync.refresh()
  await time.pass(2000)
  expect(second.need(id(1))).toBeUndefined()
  expect(rowsKept()).toContain(id(1))
  first.kill()
  await time.pass(1000)
  expect(rowsKept()).not.toContain(id(1))
})

test('[S12] a first window that was put to sleep is not waited for: the one that is looked at takes over', async () => {
  first.setOnline(false) // asleep, it hears nothing of the network
  second.place(7)
  await time.pass(20_000)
  expect(cloud.needs.has(id(7))).toBe(false)
  await time.pass(15_000)
  expect(cloud.needs.has(id(7))).toBe(true)
  expect([first, second].map(({ platform }) => platform.windows.isLeader())).toEqual([false, true])
  first.setOnline(true)
  first.place(8)
  await time.pass(2000)
  expect(cloud.needs.has(id(8))).toBe(true)
})

test('[S2] who logs out in one window is logged out in the other, and their rows leave the phone', async () => {
  second.sync.logOut()
  await time.pass(2000)
  expect(first.status().person).toBeUndefined()
  const { id: personId } = resident
  expect([...first.disk.keys()].filter((key) => key.includes(`${personId}/scope`))).toEqual([])
  expect(cloud.requests.at(-1)?.token).toBeUndefined()
})

test('[S2] no row is kept any more by a window that was about to when they left', async () => {
  cloud.put(openNeed(2))
  await time.pass(100)
  second.sync.logOut()
  await time.pass(2000)
  expect([...first.disk.keys()].filter((key) => key.includes(`${resident.id}/scope`))).toEqual([])
})

test('[S2] somebody else who logs in in one window is there in the other, and sends nothing of theirs', async () => {
  first.setOnline(false)
  first.place(7)
  second.logIn(rival)
  await time.pass(100)
  first.setOnline(true)
  await time.pass(2000)
  expect(first.status().person?.id).toBe(rival.id)
  expect(first.need(id(7))).toBeUndefined()
  expect(cloud.pushes()).toEqual([])
  first.logIn(resident)
  await time.pass(2000)
  expect(second.status().person?.id).toBe(resident.id)
  expect(cloud.needs.has(id(7))).toBe(true)
})

test('what is held in one window may be taken back in the other, and goes out when its time is over', async () => {
  const hold = (phone: TestPhone, n: number) =>
    phone.sync.send('need.move', { needId: id(n), action: 'urge' } as never, { holdMs: 5000 })
  const one = hold(first, 1)
  await time.pass(100)
  expect(second.sync.takeBack(one.ok ? one.commandId : '')).toBe(true)
  await time.pass(6000)
  expect(first.status().entries).toEqual([])
  expect(cloud.pushes()).toEqual([])

  hold(second, 1)
  await time.pass(6000)
  expect(cloud.pushes()).toHaveLength(1)
})

test('[S3] a draft that both windows send, each before it has heard of the other, is one need', async () => {
  const draft = id(30)
  const args = {
    id: draft,
    kind: 'help',
    categoryCode: 'help-power',
    communityCode: community,
    words: '客厅灯不亮了',
    answers: { what: '灯不亮', smell: false },
    urgency: 'normal',
    consent: true,
  } as const
  for (const { sync } of [first, second, first])
    expect(sync.send('need.place', args, { id: draft })).toEqual({ ok: true, commandId: draft })
  await time.pass(5000)
  expect(new Set(cloud.pushes())).toEqual(new Set([draft]))
  expect(first.need(draft)?.local).toBe(false)
  for (const phone of [first, second]) expect(phone.status().refusals).toEqual([])
  second.sync.send('need.place', args, { id: draft }) // and once more, long after
  await time.pass(5000)
  for (const phone of [first, second]) expect(phone.status()).toMatchObject({ entries: [], refusals: [] })
})
