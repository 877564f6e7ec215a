import type { VirtualTime } from '../../support/fakePlatform'
import type { TestCloud } from './fakeCloud'
import type { TestPhone } from './phone'
import { id, newPhone, openNeed, setScene } from './scene'

let time: VirtualTime
let cloud: TestCloud
let phone: TestPhone

async function open(...scene: Parameters<typeof setScene>) {
  ;({ time, cloud, phone } = await setScene(...scene))
}
beforeEach(() => open())

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
