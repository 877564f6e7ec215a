/** @jest-environment node */

import type { LiveNews } from 'domain/kernel/protocol'
import { summaryOf } from 'domain/need/needRow'
import { aNeed, community } from '../../support/builders'
import type { VirtualTime } from '../../support/fakePlatform'
import type { TestCloud } from './fakeCloud'
import type { TestPhone } from './phone'
import { id, openNeed, resident, rival, secretary, setScene } from './scene'

let time: VirtualTime
let cloud: TestCloud
let phone: TestPhone

async function open(...scene: Parameters<typeof setScene>) {
  ;({ time, cloud, phone } = await setScene(...scene))
}

describe('live', () => {
  test('[S8] the token is its first message, and in no address', async () => {
    await open()
    const { path, text } = cloud.greetings.at(-1) ?? { path: '', text: '' }
    expect(path).toBe('/api/live')
    expect(JSON.parse(text)).toMatchObject({ type: 'hello', token: resident.id })
  })

  test('[S8] a patch that fits is applied without a request', async () => {
    await open()
    const asked = cloud.requests.length
    cloud.put(openNeed(1))
    await time.pass(100)
    expect(phone.need(id(1))).toBeDefined()
    expect(cloud.requests.length).toBe(asked)
  })

  test.each([
    ['a hint', { patches: false }],
    ['a patch that does not start where the phone stands', { patches: true }],
  ])('[S8] %s makes it pull', async (_, settings) => {
    await open(resident, settings)
    const asked = cloud.requests.length
    if (settings.patches) cloud.say({ type: 'patch', scope: community, epoch: 'a', from: 5, to: 6, rows: [] })
    else cloud.put(openNeed(1))
    await time.pass(100)
    expect(cloud.requests.length).toBe(asked + 1)
    if (!settings.patches) expect(phone.need(id(1))).toBeDefined()
  })

  test('[S8] news of several scopes that came together shows together, or not at all', async () => {
    await open()
    void phone.sync.refresh()
    await time.pass(100)
    const cursors = cloud.requests.at(-1)?.body.cursors ?? {}
    const own = `user:${resident.id}`
    const news = (scope: string, behind: number, n: number): LiveNews => {
      const from = (cursors[scope]?.number ?? 0) + behind
      const row = { summary: summaryOf(openNeed(n)) }
      const rows = [{ entity: 'need' as const, id: id(n), number: from + 1, row }]
      return { type: 'patch', scope, epoch: 'a', from, to: from + 1, rows }
    }
    const asked = cloud.requests.length
    cloud.say(news(community, 0, 1), news(own, 5, 2))
    await time.pass(100)
    expect([phone.need(id(1)), cloud.requests.length]).toEqual([undefined, asked + 1])
    const before = phone.seen.length
    cloud.say(news(community, 0, 1), news(own, 0, 2))
    await time.pass(100)
    expect(phone.need(id(1)) && phone.need(id(2))).toBeDefined()
    expect([phone.seen.length - before, cloud.requests.length]).toEqual([1, asked + 1])
  })

  test('[S8] a patch of another epoch is not applied', async () => {
    await open()
    cloud.say({
      type: 'patch',
      scope: community,
      epoch: 'x',
      from: 0,
      to: 1,
      rows: [{ entity: 'need', id: id(1), number: 1, row: { summary: {} } }],
    })
    await time.pass(100)
    expect(phone.need(id(1))).toBeUndefined()
  })

  test('[S8] what it names while a request is under way is asked for after it', async () => {
    await open(resident, { patches: false })
    cloud.fate({ replyAfterMs: 3000 })
    void phone.sync.refresh()
    await time.settle()
    const asked = cloud.requests.length
    cloud.put(openNeed(1))
    await time.pass(2000)
    expect(cloud.requests).toHaveLength(asked)
    await time.pass(1500)
    expect(phone.need(id(1))).toBeDefined()
    expect(cloud.requests).toHaveLength(asked + 1)
  })

  test('[S8] one that is never greeted is given up for another', async () => {
    await open(resident, { greets: false })
    cloud.settings.greets = true
    cloud.put(openNeed(1))
    expect(cloud.sockets()).toBe(0)
    await time.pass(25_000)
    expect(cloud.sockets()).toBe(1)
    expect(phone.need(id(1))).toBeDefined()
  })

  test('[S8] one that has died without a word costs some minutes, not the day', async () => {
    await open()
    cloud.lose(() => cloud.put(openNeed(1)))
    await time.pass(300_000)
    expect(phone.need(id(1))).toBeDefined()
  })

  describe('[S8] [S12] a socket that beats', () => {
    test('is trusted: the phone asks nothing on its own', async () => {
      await open(resident, { beats: true })
      const asked = cloud.requests.length
      await time.pass(3_600_000)
      expect(cloud.requests).toHaveLength(asked)
      cloud.put(openNeed(1))
      await time.pass(100)
      expect(phone.need(id(1))).toBeDefined()
    })

    test('is dead when nothing at all was heard for two and a half beats: another is opened, and the server asked', async () => {
      await open(resident, { beats: true })
      cloud.goDeaf()
      cloud.put(openNeed(1))
      const greeted = cloud.greetings.length
      await time.pass(70_000)
      expect(cloud.greetings).toHaveLength(greeted)
      expect(phone.need(id(1))).toBeUndefined()
      await time.pass(32_000)
      expect(cloud.greetings.length).toBeGreaterThan(greeted)
      expect(phone.need(id(1))).toBeDefined()
    })

    test('lives by whatever is heard, news as well as beats', async () => {
      await open(resident, { beats: true })
      cloud.goDeaf()
      const greeted = cloud.greetings.length
      for (let n = 0; n < 6; n++) {
        await time.pass(60_000)
        cloud.say({ type: 'hint', scope: community, number: 0 })
      }
      expect(cloud.greetings).toHaveLength(greeted)
    })
  })

  test('[S8] none is opened where nothing could come of it', async () => {
    await open()
    cloud.fate({ status: 426, code: 'tooOld' })
    await phone.sync.refresh()
    const greeted = cloud.greetings.length
    await time.pass(600_000)
    phone.setVisible(false)
    phone.setVisible(true)
    await time.pass(1000)
    expect(cloud.greetings).toHaveLength(greeted)
    expect(cloud.sockets()).toBe(0)
  })

  test('a sync that was stopped leaves no timer and no socket behind, and asks nothing more', async () => {
    await open()
    cloud.fate('lostRequest')
    phone.place(1)
    await time.pass(100)
    expect(time.waiting()).toBeGreaterThan(0)
    phone.sync.stop()
    const asked = cloud.requests.length
    expect(time.waiting()).toBe(0)
    await time.pass(600_000)
    expect(cloud.requests).toHaveLength(asked)
    expect(cloud.sockets()).toBe(0)
  })

  test('[S8] it comes back after pauses and pulls what it missed', async () => {
    await open()
    cloud.settings.sockets = false
    cloud.cutSockets()
    cloud.put(openNeed(1))
    await time.pass(900)
    expect(phone.need(id(1))).toBeUndefined()
    cloud.settings.sockets = true
    await time.pass(5000)
    expect(cloud.sockets()).toBe(1)
    expect(phone.need(id(1))).toBeDefined()
  })

  test('[S8] after a kill no patch is trusted before a pull has ended, for scopes are kept one by one', async () => {
    await open(secretary)
    cloud.put(openNeed(1))
    await time.pass(1000)
    for (const key of phone.disk.keys()) if (key.includes(`${community}:staff`)) phone.disk.delete(key)
    cloud.fate({ delayMs: 5000 })
    phone = phone.restart()
    await time.pass(1000)
    expect(phone.need(id(1))).toBeDefined()

    cloud.put(openNeed(1, { version: 2, status: 'withdrawn' })) // gone from the public list, still the staff's
    await time.pass(10_000)
    expect(phone.need(id(1))?.need.status).toBe('withdrawn')
    expect(phone.seen.filter((rows) => !rows.has(`need/${id(1)}`))).toEqual([])
  })

  test('[S8] it is closed in the background and opened again on return', async () => {
    await open()
    phone.setVisible(false)
    await time.pass(100)
    expect(cloud.sockets()).toBe(0)
    cloud.put(openNeed(1))
    const asked = cloud.requests.length
    await time.pass(120_000)
    expect(cloud.requests.length).toBe(asked)
    phone.setVisible(true)
    await time.pass(1000)
    expect(cloud.sockets()).toBe(1)
    expect(phone.need(id(1))).toBeDefined()
  })

  test('[S8] without a socket it asks now and then; with one it does not', async () => {
    await open()
    const quiet = cloud.requests.length
    await time.pass(120_000)
    expect(cloud.requests.length).toBe(quiet)
    cloud.settings.sockets = false
    cloud.cutSockets()
    await time.pass(120_000)
    expect(cloud.requests.length - quiet).toBeGreaterThanOrEqual(4)
  })

  test('a new right is heard of without a restart', async () => {
    await open()
    const promoted = { ...resident, grants: [...resident.grants, ...secretary.grants] }
    cloud.grant(promoted)
    await phone.sync.refresh()
    await time.pass(1000)
    cloud.put(aNeed({ id: id(5), requesterId: rival.id, placedById: rival.id }))
    await time.pass(100)
    expect(phone.need(id(5))?.whole).toBe(true)
  })
})
