/** @jest-environment node */
import { aNeed, noon } from '../../support/builders'
import type { VirtualTime } from '../../support/fakePlatform'
import type { TestCloud } from './fakeCloud'
import type { TestPhone } from './phone'
import { id, member, newPhone, resident, rival, setScene } from './scene'

let time: VirtualTime
let cloud: TestCloud
let phone: TestPhone

async function open(...scene: Parameters<typeof setScene>) {
  ;({ time, cloud, phone } = await setScene(...scene))
}
beforeEach(() => open())

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
