/** @jest-environment node */
import type { Actor } from 'domain/actor'
import { aMember, aNeed, anActor, aResident, community, idOf, noon, toPool } from '../../support/builders'
import { createVirtualTime, type VirtualTime } from '../../support/fakePlatform'
import { createFakeCloud, type TestCloud } from './fakeCloud'
import { createPhone, type TestPhone, toPlace } from './phone'

const resident = aResident()
const member = aMember()
const other = anActor(8, [{ role: 'member', area: community }])

let time: VirtualTime
let cloud: TestCloud
let phone: TestPhone

async function open(person: Actor | undefined = resident) {
  time = createVirtualTime()
  cloud = createFakeCloud(time, [resident, member, other])
  for (const each of [resident, member, other]) cloud.introduce(each)
  phone = createPhone(time, cloud)
  phone.sync.start()
  if (person) phone.logIn(person)
  await time.pass(1000)
}
beforeEach(() => open())

const id = (n: number) => idOf('n', n)

describe('what was done is kept', () => {
  test('[S1] a command outlives a killed app, and is on the screen before any network', async () => {
    phone.setOnline(false)
    phone.place(1)
    expect(phone.need(id(1))).toMatchObject({ local: true, whole: true })
    const again = phone.restart()
    again.setOnline(false)
    expect(again.need(id(1))).toMatchObject({ local: true, waiting: [{ name: 'need.place' }] })
    again.setOnline(true)
    await time.pass(2000)
    expect(again.need(id(1))).toMatchObject({ local: false, waiting: [], need: { number: '0318-01' } })
  })

  test('[S1] it is kept before the screen changes', () => {
    phone.setOnline(false)
    const before = phone.seen.length
    phone.setRoom(0)
    const sent = phone.sync.send('need.place', toPlace(1))
    expect(sent).toMatchObject({ ok: false, code: 'storageFull' })
    expect(phone.seen).toHaveLength(before)
  })

  test('[S1] rows make room for it', async () => {
    cloud.put(aNeed({ id: id(9), status: 'dispatched', offer: toPool, dispatchedAt: noon }))
    await time.pass(1000)
    phone.setRoom(phone.used() + 200)
    expect(phone.sync.send('need.place', toPlace(1)).ok).toBe(true)
    phone.setOnline(false)
    const again = phone.restart()
    expect(again.need(id(1))).toBeDefined()
  })

  test('[S1] what does not fit the contract is refused before it is kept', () => {
    const size = phone.used()
    expect(phone.sync.send('need.place', toPlace(1, { words: '' }))).toMatchObject({ code: 'badRequest' })
    expect(phone.used()).toBe(size)
  })

  test('[S14] a phone number in free words is refused before it is kept anywhere', () => {
    const sent = phone.sync.send('need.place', toPlace(1, { words: '打我电话 138 0013 8000' }))
    expect(sent).toMatchObject({ ok: false, code: 'personalData' })
    expect([...phone.disk.values()].join()).not.toContain('138 0013')
  })

  test('[S14] contact data is in no row, and the token in no address', async () => {
    phone.place(1, { contact: { name: '李大文', phone: '13800138000', address: '湖滨路 3 号' } })
    await time.pass(2000)
    expect(JSON.stringify([...phone.rows()])).not.toMatch(/13800138000|湖滨路|李大文/)
    expect([...phone.disk.values()].join()).not.toContain('13800138000')
  })

  test('a guest is asked to log in, and nothing is kept', async () => {
    await open()
    phone.sync.logOut()
    expect(phone.sync.send('need.place', toPlace(1))).toMatchObject({ code: 'loginNeeded' })
  })
})

describe('it goes out in order', () => {
  test('[S2] one request in flight, numbers that grow by one', async () => {
    cloud.fate({ delayMs: 5000 })
    phone.place(1)
    phone.place(2)
    phone.place(3)
    const before = cloud.requests.length
    await time.pass(4000)
    expect(cloud.requests.length - before).toBeLessThanOrEqual(1)
    await time.pass(10_000)
    const sent = cloud.requests.flatMap(({ body }) => body.push)
    expect(sent.map(({ seq }) => seq)).toEqual([1, 2, 3])
    expect([...cloud.needs.keys()]).toEqual([id(1), id(2), id(3)])
  })

  test('[S2] a later command builds on an earlier one', async () => {
    phone.setOnline(false)
    phone.place(1)
    phone.move({ needId: id(1), action: 'withdraw' })
    expect(phone.need(id(1))?.need.status).toBe('withdrawn')
    phone.setOnline(true)
    await time.pass(5000)
    expect(cloud.needs.get(id(1))?.need.status).toBe('withdrawn')
  })

  test('[S2] nobody else sends them: they wait for their person to return', async () => {
    phone.setOnline(false)
    phone.place(1)
    phone.sync.logOut()
    expect(phone.need(id(1))).toBeUndefined()
    phone.logIn(member)
    phone.setOnline(true)
    await time.pass(5000)
    expect(cloud.needs.size).toBe(0)
    expect(phone.status().entries).toEqual([])
    phone.logIn(resident)
    await time.pass(5000)
    expect(cloud.needs.get(id(1))?.need.placedById).toBe(resident.id)
  })

  test('[S2] a reply that comes after somebody else logged in changes nothing for them', async () => {
    cloud.fate({ delayMs: 5000 })
    phone.place(1)
    await time.pass(1000)
    phone.logIn(member)
    await time.pass(20_000)
    expect(phone.need(id(1))).toBeUndefined()
    phone.logIn(resident)
    await time.pass(5000)
    expect(phone.need(id(1))?.waiting).toEqual([])
    expect(cloud.needs.size).toBe(1)
  })
})

describe('every command ends', () => {
  test('[S3] a lost reply is asked for again and takes effect once', async () => {
    cloud.fate('lostReply', 'lostReply')
    phone.place(1)
    await time.pass(20_000)
    expect(phone.status().entries).toEqual([])
    expect(phone.need(id(1))?.events).toHaveLength(1)
    expect(cloud.pushes()).toHaveLength(3)
  })

  test.each([
    ['no network', 'lostRequest' as const, 'offline'],
    ['too many', { status: 429, code: 'tooMany' as const }, 'sending'],
    ['an outage', { status: 503, code: 'unavailable' as const }, 'sending'],
    ['a log-in page of a hotel', { status: 200 }, 'offline'],
  ])('[S4] %s is tried again with growing pauses', async (_, fate, state) => {
    cloud.fate(...Array(6).fill(fate))
    const asked = () => cloud.requests.filter(({ body }) => body.push.length > 0).length
    phone.place(1)
    await time.pass(100)
    expect(phone.status()).toMatchObject({ state, entries: [{ state: 'waiting' }] })
    const pauses: number[] = []
    for (let before = time.now(); asked() < 7; ) {
      const count = asked()
      while (asked() === count) await time.pass(50)
      pauses.push(time.now() - before)
      before = time.now()
    }
    await time.pass(1000)
    expect(phone.status()).toMatchObject({ state: 'idle', entries: [] })
    expect(pauses[5]).toBeGreaterThan((pauses[1] ?? 0) * 4)
  })

  test('[S4] pauses are jittered: two phones do not come back together', async () => {
    const second = createPhone(time, cloud, { seed: 99 })
    second.sync.start()
    second.logIn(member)
    await time.pass(1000)
    const from = cloud.requests.length
    cloud.fate(...Array(8).fill('lostRequest'))
    const times = new Map<string | undefined, number[]>()
    phone.place(1)
    second.place(2)
    for (let step = 0; step < 300; step++) {
      const count = cloud.requests.length
      await time.pass(20)
      for (const { token } of cloud.requests.slice(Math.max(count, from)))
        times.set(token, [...(times.get(token) ?? []), time.now()])
    }
    const [mine = [], theirs = []] = [times.get(resident.id), times.get(member.id)]
    expect(mine.slice(1)).not.toEqual(theirs.slice(1))
  })

  test('[S4] a refusal is shown with what to do, until it was seen', async () => {
    cloud.put(
      aNeed({
        id: id(9),
        status: 'claimed',
        requesterId: other.id,
        placedById: other.id,
        dispatchedAt: noon,
      }),
    )
    await time.pass(500)
    const commandId = phone.move({ needId: id(9), action: 'withdraw' })
    await time.pass(2000)
    expect(phone.status().entries).toEqual([])
    const again = phone.restart()
    expect(again.status().refusals).toMatchObject([
      { command: { id: commandId }, code: 'notAllowed', text: expect.stringContaining('请联系') },
    ])
    again.sync.dismiss(commandId)
    expect(again.restart().status().refusals).toEqual([])
  })

  test('[S4] after 401 everything waits for the log-in', async () => {
    cloud.forgetToken(resident.id)
    phone.place(1)
    await time.pass(60_000)
    expect(phone.status()).toMatchObject({ state: 'loginNeeded', entries: [{ state: 'waiting' }] })
    const asked = cloud.requests.length
    await time.pass(600_000)
    expect(cloud.requests.length).toBe(asked)
    cloud.remember(resident)
    phone.logIn(resident)
    await time.pass(1000)
    expect(phone.status()).toMatchObject({ state: 'idle', entries: [] })
  })

  test('[S4] after five failures at the server a command is set aside and the rest goes on', async () => {
    phone.setOnline(false)
    const first = phone.place(1)
    phone.place(2)
    cloud.stumbles.set(first, 5)
    phone.setOnline(true)
    await time.pass(120_000)
    expect(phone.status().entries).toMatchObject([{ command: { id: first }, state: 'aside', failures: 5 }])
    expect(phone.need(id(1))?.waiting).toMatchObject([{ aside: true }])
    expect(cloud.needs.has(id(2))).toBe(true)
    phone.sync.retry(first)
    await time.pass(2000)
    expect(cloud.needs.has(id(1))).toBe(true)
    expect(cloud.requests.flatMap(({ body }) => body.push).pop()?.seq).toBe(3)
  })

  test('what was set aside can be given up', async () => {
    phone.setOnline(false)
    const first = phone.place(1)
    cloud.stumbles.set(first, 9)
    phone.setOnline(true)
    await time.pass(120_000)
    phone.sync.dismiss(first)
    expect(phone.need(id(1))).toBeUndefined()
    expect(phone.restart().need(id(1))).toBeUndefined()
  })

  test('[S12] when nothing is acknowledged for a minute people are told, and a new transport is tried', async () => {
    cloud.fate(...Array(5).fill({ delayMs: 100_000 }))
    phone.place(1)
    await time.pass(61_000)
    expect(phone.status().state).toBe('stalled')
    await time.pass(300_000)
    expect(phone.status()).toMatchObject({ state: 'idle', entries: [] })
  })

  test('an app that is too old stops, keeps its outbox and says so', async () => {
    cloud.fate({ status: 426, code: 'tooOld' })
    phone.place(1)
    await time.pass(1000)
    const asked = cloud.requests.length
    await time.pass(600_000)
    expect(cloud.requests.length).toBe(asked)
    expect(phone.status().state).toBe('tooOld')
    expect(phone.restart().need(id(1))?.local).toBe(true)
  })

  test('a command is dated by the server’s clock, however wrong the phone’s is', async () => {
    phone.setClockError(3 * 3600_000)
    await phone.sync.refresh()
    phone.place(1)
    await time.pass(1000)
    expect(cloud.requests.flatMap(({ body }) => body.push)[0]?.at).toBe(
      new Date(time.now() - 1000).toISOString(),
    )
    expect(phone.restart({ clockErrorMs: 3 * 3600_000 }).sync.now()).toBe(new Date(time.now()).toISOString())
  })
})
