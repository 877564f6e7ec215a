/** @jest-environment node */
import { aNeed, community, elsewhere, noon } from '../../support/builders'
import { Killed, type VirtualTime } from '../../support/fakePlatform'
import { keptEntries } from './app'
import type { TestCloud } from './fakeCloud'
import { type TestPhone, toPlace } from './phone'
import { id, member, newPhone, openNeed, resident, rival, setScene } from './scene'

let time: VirtualTime
let cloud: TestCloud
let phone: TestPhone

async function open(...scene: Parameters<typeof setScene>) {
  ;({ time, cloud, phone } = await setScene(...scene))
}
beforeEach(() => open())

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

  test('[S1] it is kept before the screen changes: killed in between, it shows at the next start', () => {
    const before = phone.seen.length
    phone.killAfterWriting((key) => key.includes('/out/'))
    expect(() => phone.place(1)).toThrow(Killed)
    expect(phone.seen).toHaveLength(before)
    expect(phone.restart().need(id(1))).toMatchObject({ local: true, waiting: [{ name: 'need.place' }] })
  })

  test('[S1] where there is no room at all it is said plainly, and nothing is kept, shown or sent', async () => {
    const [before, asked] = [phone.seen.length, cloud.requests.length]
    phone.setRoom(0)
    const sent = phone.sync.send('need.place', toPlace(1))
    expect(sent).toEqual({ ok: false, code: 'storageFull', text: expect.stringContaining('请清理一些空间') })
    await time.pass(60_000)
    expect(phone.seen).toHaveLength(before)
    expect(cloud.requests).toHaveLength(asked)
    expect(phone.status().entries).toEqual([])
    expect(keptEntries(phone)).toEqual([])
  })

  test('[S1] rows make room for it, the least needed scope first', async () => {
    for (let n = 20; n < 25; n++) cloud.put(openNeed(n))
    cloud.put(aNeed({ id: id(9), requesterId: resident.id }))
    await time.pass(1000)
    phone.setOnline(false)
    phone.setRoom(phone.used() + 200)
    phone.place(1)
    const kept = [...phone.disk.keys()].filter((key) => key.includes('/scope/'))
    expect(kept.filter((key) => key.includes(`/scope/user:`))).not.toEqual([])
    expect(kept.filter((key) => key.endsWith(`/scope/${community}`))).toEqual([])
    const again = phone.restart()
    expect(again.need(id(1))).toBeDefined()
    expect(again.need(id(9))).toBeDefined()
  })

  test('[S1] least needed is what the server names last, whenever it came', async () => {
    for (let n = 0; n < 20; n++) cloud.nameArea(`4417041000${n + 10}`, '东城镇')
    await time.pass(1000)
    cloud.put(openNeed(7, { communityCode: elsewhere, gridCode: undefined }))
    phone.sync.watch(elsewhere)
    await time.pass(1000)
    phone.setOnline(false)
    phone.setRoom(phone.used() + 50)
    phone.place(1)
    const kept = [...phone.disk.keys()].filter((key) => key.includes('/scope/'))
    expect(kept.filter((key) => key.endsWith('/scope/441704'))).toEqual([])
    expect(kept.filter((key) => key.endsWith(`/scope/${elsewhere}`))).toHaveLength(1)
  })

  test('[S1] on a phone that is full of rows the outbox still goes out, and nothing gets stuck', async () => {
    for (let n = 20; n < 25; n++) cloud.put(openNeed(n))
    await time.pass(1000)
    phone.setOnline(false)
    phone.place(1)
    phone.setRoom(phone.used())
    phone.setOnline(true)
    await time.pass(5000)
    expect(phone.status()).toMatchObject({ state: 'idle', entries: [] })
    expect(phone.need(id(1))?.need.number).toBeDefined()
    const again = phone.restart()
    await time.pass(5000)
    expect(again.need(id(1))).toMatchObject({ waiting: [], need: { number: '0318-01' } })
    expect(again.need(id(22))).toBeDefined()
    expect(cloud.needs.size).toBe(6)
  })

  test('[S1] what does not fit the contract is refused before it is kept', () => {
    const size = phone.used()
    expect(phone.sync.send('need.place', toPlace(1, { words: '' }))).toMatchObject({ code: 'badRequest' })
    expect(phone.used()).toBe(size)
  })

  test.each([
    ['words', { words: '打我电话 138 0013 8000' }, '138 0013'],
    ['an answer', { answers: { what: '身份证 441704199001011234' } }, '441704199001011234'],
    ['when it suits', { whenText: '先打１３８００１３８０００' }, '１３８００１'],
  ])('[S14] personal data in %s is refused before it is kept anywhere', (_, more, secret) => {
    const before = phone.seen.length
    const sent = phone.sync.send('need.place', toPlace(1, more))
    expect(sent).toMatchObject({ ok: false, code: 'personalData', text: expect.stringContaining('去掉号码') })
    expect([...phone.disk.values()].join()).not.toContain(secret)
    expect(phone.seen).toHaveLength(before)
  })

  test('[S14] contact data is in no row, and leaves the phone with its command', async () => {
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
  test('[S2] a number that another phone has used costs no command: this one takes a new name', async () => {
    const { device } = cloud.requests.at(-1)?.body ?? {}
    cloud.used.add(`${device} 1`).add(`${device} 2`)
    phone.place(1)
    phone.place(2)
    await time.pass(5000)
    expect([...cloud.needs.keys()]).toEqual([id(1), id(2)])
    expect(cloud.requests.at(-1)?.body.device).not.toBe(device)
    phone.restart()
    await time.pass(1000)
    expect(cloud.requests.at(-1)?.body.device).toBe(cloud.requests.at(-2)?.body.device)
  })

  test('[S2] a second window of the same browser loses none and doubles none', async () => {
    phone.setOnline(false)
    const window = newPhone(time, cloud, { disk: phone.disk, seed: 7 })
    window.setOnline(false)
    window.sync.start()
    phone.place(1)
    window.place(2)
    const again = phone.restart()
    expect(again.need(id(1))).toBeDefined()
    expect(again.need(id(2))).toBeDefined()
    window.setOnline(true)
    await time.pass(20_000)
    expect([...cloud.needs.keys()].sort()).toEqual([id(1), id(2)])
    expect(again.status().refusals).toEqual([])
    expect(again.status().entries).toEqual([])
  })

  test('[S2] no more than fifty go at once, and the rest at once after them', async () => {
    phone.setOnline(false)
    for (let n = 1; n <= 120; n++) phone.place(n)
    phone.setOnline(true)
    await time.pass(2000)
    const sizes = cloud.requests.map(({ body }) => body.push.length).filter((size) => size > 0)
    expect(sizes).toEqual([50, 50, 20])
    expect(cloud.requests.flatMap(({ body }) => body.push.map(({ seq }) => seq))).toEqual(
      Array.from({ length: 120 }, (_, n) => n + 1),
    )
  })

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

  test('[S2] the order survives a restart, though the clock went back in between', async () => {
    phone.setOnline(false)
    phone.place(1)
    phone.setClockError(-7 * 24 * 3600_000)
    for (const action of ['urge', 'withdraw'] as const) phone.move({ needId: id(1), action })
    const again = phone.restart()
    again.setOnline(false)
    expect(again.status().entries.map(({ command }) => command.seq)).toEqual([1, 2, 3])
    expect(again.need(id(1))?.need.status).toBe('withdrawn')
    again.setOnline(true)
    await time.pass(5000)
    const sent = cloud.requests.flatMap(({ body }) => body.push)
    expect(sent.map(({ name, seq }) => [name, seq])).toEqual([
      ['need.place', 1],
      ['need.move', 2],
      ['need.move', 3],
    ])
    expect(cloud.needs.get(id(1))?.need.status).toBe('withdrawn')
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
})

describe('a command takes effect once', () => {
  test('[S3] a lost reply is asked for again and takes effect once', async () => {
    cloud.fate('lostReply', 'lostReply')
    phone.place(1)
    await time.pass(20_000)
    expect(phone.status().entries).toEqual([])
    expect(phone.need(id(1))?.events).toHaveLength(1)
    expect(cloud.pushes()).toHaveLength(3)
  })

  test('[S3] a request that the network delivers twice takes effect once', async () => {
    cloud.fate('twice')
    phone.place(1)
    phone.move({ needId: id(1), action: 'urge' })
    await time.pass(2000)
    expect(cloud.needs.get(id(1))?.events.map(({ action }) => action)).toEqual(['place', 'urge'])
    expect(phone.need(id(1))?.events).toHaveLength(2)
  })

  test('[S3] killed before the answer was read: it is sent again under the same id, and takes effect once', async () => {
    cloud.fate({ replyAfterMs: 5000 })
    const commandId = phone.place(1)
    await time.pass(1000)
    const again = phone.restart()
    await time.pass(10_000)
    expect(cloud.pushes()).toEqual([commandId, commandId])
    expect(cloud.needs.get(id(1))?.events).toHaveLength(1)
    expect(again.status().entries).toEqual([])
  })

  test('[S3] a refusal that could not be kept is asked for again, and told once', async () => {
    cloud.put(openNeed(9, { status: 'claimed' }))
    phone.setOnline(false)
    phone.move({ needId: id(9), action: 'urge' })
    phone.setRoom(phone.used())
    phone.setOnline(true)
    await time.pass(2000)
    expect(phone.status().refusals).toHaveLength(1)
    const again = phone.restart()
    await time.pass(2000)
    expect(again.status().refusals).toHaveLength(1)
    await time.pass(2000)
    expect(again.restart().status().refusals).toHaveLength(1)
  })
})

describe('every command ends', () => {
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
    const second = newPhone(time, cloud, { seed: 99 })
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
        requesterId: rival.id,
        placedById: rival.id,
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
    expect(cloud.requests.slice(asked).filter(({ token, body }) => token || body.push.length > 0)).toEqual([])
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

  test('[S4] a request that the server cannot read is the fault of one command: the rest goes on', async () => {
    phone.setOnline(false)
    const ids = [1, 2, 3, 4].map((n) => phone.place(n))
    const [, , third = ''] = ids
    cloud.unreadable.add(third)
    phone.setOnline(true)
    await time.pass(180_000)
    expect(phone.status().entries).toMatchObject([{ command: { id: third }, state: 'aside' }])
    expect([...cloud.needs.keys()]).toEqual([id(1), id(2), id(4)])
  })

  test('[S4] whatever goes wrong on the phone itself is told, and the outbox goes on', async () => {
    phone.place(1)
    phone.breakScreen(new TypeError('a mistake of ours'))
    await time.pass(10_000)
    expect(phone.troubles.splice(0)).toEqual([new TypeError('a mistake of ours')])
    expect(phone.need(id(1))?.need.number).toBe('0318-01')
    phone.place(2)
    await time.pass(1000)
    expect(phone.status()).toMatchObject({ state: 'idle', entries: [] })
    expect(cloud.needs.size).toBe(2)
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

  test('[S15] an app that is too old stops, keeps its outbox and says so', async () => {
    cloud.fate({ status: 426, code: 'tooOld' })
    phone.place(1)
    await time.pass(1000)
    const asked = cloud.requests.length
    await time.pass(600_000)
    expect(cloud.requests.length).toBe(asked)
    expect(phone.status().state).toBe('tooOld')
    expect(phone.restart().need(id(1))?.local).toBe(true)
  })

  test('[S15] after the update what it had kept goes out', async () => {
    cloud.fate({ status: 426, code: 'tooOld' })
    phone.place(1)
    await time.pass(1000)
    phone = phone.restart() // the update begins the app anew, with what the phone keeps
    await time.pass(1000)
    expect(cloud.needs.has(id(1))).toBe(true)
    expect(phone.status()).toMatchObject({ state: 'idle', entries: [] })
  })
})
