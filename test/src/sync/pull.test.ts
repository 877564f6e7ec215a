/** @jest-environment node */
import type { Service } from 'domain/service'
import {
  aMember,
  aNeed,
  anActor,
  aResident,
  aSecretary,
  community,
  elsewhere,
  idOf,
  noon,
  toPool,
} from '../../support/builders'
import { createVirtualTime, type VirtualTime } from '../../support/fakePlatform'
import { createFakeCloud, type TestCloud } from './fakeCloud'
import { createPhone, type TestPhone } from './phone'

const resident = aResident()
const member = aMember()
const rival = anActor(8, [{ role: 'member', area: community }])
const secretary = aSecretary()
const neighbour = anActor(9)

let time: VirtualTime
let cloud: TestCloud
let phone: TestPhone

async function open(person = resident, settings: Partial<TestCloud['settings']> = {}) {
  time = createVirtualTime()
  cloud = createFakeCloud(time, [resident, member, rival, secretary])
  Object.assign(cloud.settings, settings)
  for (const each of [resident, member, rival, secretary]) cloud.introduce(each)
  phone = createPhone(time, cloud)
  phone.sync.start()
  phone.logIn(person)
  await time.pass(1000)
}

const id = (n: number) => idOf('n', n)
const open_ = { status: 'dispatched', offer: toPool, dispatchedAt: noon } as const
/** Somebody else's, offered to all helpers around. */
const openNeed = (n: number, more = {}) =>
  aNeed({ id: id(n), requesterId: neighbour.id, placedById: neighbour.id, ...open_, ...more })

/** Whether, from a moment on, a row was ever missing from the screen again. */
const flickered = (from: number, n: number) =>
  phone.seen.slice(from).some((rows) => !rows.has(`need/${id(n)}`))

const orderable = (booked: number): Service => ({
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

describe('nothing flickers back', () => {
  test('[S5] an entry leaves only when the pull has reached what its push made', async () => {
    await open(resident, { sockets: false, pageRows: 3 })
    for (let n = 20; n < 30; n++) cloud.put(openNeed(n))
    phone.place(1)
    const from = phone.seen.length
    // Answered with the first page; the need itself comes with the last.
    cloud.fate('fine', { delayMs: 3000 })
    await time.pass(1000)
    expect(phone.need(id(1))).toMatchObject({ local: false, waiting: [] })
    expect(phone.need(id(1))?.need.number).toBeUndefined()
    await time.pass(10_000)
    expect(phone.need(id(1))?.need.number).toBe('0318-01')
    expect(flickered(from, 1)).toBe(false)
  })

  test('[S5] answered and killed before the pull: it is still there after the restart', async () => {
    await open(resident, { sockets: false, pageRows: 3 })
    for (let n = 20; n < 30; n++) cloud.put(openNeed(n))
    phone.place(1)
    cloud.fate('fine', { delayMs: 9000 })
    await time.pass(1000)
    const again = phone.restart()
    expect(again.need(id(1))).toMatchObject({ local: false, waiting: [] })
    await time.pass(20_000)
    expect(again.need(id(1))?.need.number).toBe('0318-01')
    expect(again.status().entries).toEqual([])
  })

  test('[S5] killed after the pull and before the rows were kept: it is still there', async () => {
    await open()
    phone.place(1)
    await time.pass(10)
    const again = phone.restart()
    again.setOnline(false)
    expect(again.need(id(1))).toMatchObject({ local: false })
  })

  test('[S5] a new epoch releases it: the numbers mean nothing any more', async () => {
    await open(resident, { sockets: false, pageRows: 3 })
    for (let n = 20; n < 30; n++) cloud.put(openNeed(n))
    phone.place(1)
    cloud.fate('fine')
    await time.pass(0)
    cloud.settings.epoch = 'b'
    await time.pass(20_000)
    expect(phone.disk.size).toBeGreaterThan(0)
    expect([...phone.disk.keys()].filter((key) => key.includes('/out/'))).toEqual([])
  })

  test('[S5] a change in no scope that is held is released too', async () => {
    await open(resident)
    cloud.put(aNeed({ id: id(2), requesterId: resident.id, placedById: resident.id }))
    await time.pass(1000)
    phone.move({ needId: id(2), action: 'withdraw' })
    await time.pass(2000)
    expect([...phone.disk.keys()].filter((key) => key.includes('/out/'))).toEqual([])
    expect(phone.need(id(2))?.need.status).toBe('withdrawn')
  })
})

describe('a pull', () => {
  test('[S7] shows its pages together, when the last has come', async () => {
    await open(resident, { sockets: false, pageRows: 4 })
    for (let n = 1; n <= 30; n++) cloud.put(openNeed(n))
    const sizes = new Set<number>()
    cloud.fate('fine', { delayMs: 500 }, 'fine', { delayMs: 500 })
    void phone.sync.refresh()
    for (let step = 0; step < 60; step++) {
      await time.pass(50)
      sizes.add([...phone.rows().keys()].filter((key) => key.startsWith('need/')).length)
    }
    expect([...sizes]).toEqual([0, 30])
  })

  test('[S7] goes on after a page that was lost, without asking for the others again', async () => {
    await open(resident, { sockets: false, pageRows: 10 })
    for (let n = 1; n <= 30; n++) cloud.put(openNeed(n))
    cloud.fate('fine', 'lostReply')
    await phone.sync.refresh()
    await time.pass(5000)
    expect([...phone.rows().keys()].filter((key) => key.startsWith('need/'))).toHaveLength(30)
    const numbers = cloud.requests.map(({ body }) => body.cursors[community]?.number ?? 0)
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
  })

  test('[S7] a reset drops what was held of the scope first', async () => {
    await open()
    cloud.put(openNeed(1))
    await time.pass(1000)
    cloud.settings.epoch = 'b'
    cloud.as(secretary, {
      id: idOf('c', 1),
      name: 'need.move',
      args: { needId: id(1), action: 'reject', note: '重复' },
    })
    await phone.sync.refresh()
    await time.pass(1000)
    expect(phone.need(id(1))).toBeUndefined()
    expect(phone.restart().need(id(1))).toBeUndefined()
  })

  test('[S7] scopes that are held no more go with their rows', async () => {
    await open()
    cloud.put(
      openNeed(7, {
        communityCode: elsewhere,
        gridCode: undefined,
        offer: { areaCode: elsewhere, personIds: [], orgIds: [] },
      }),
    )
    phone.sync.watch(elsewhere)
    await time.pass(1000)
    expect(phone.need(id(7))).toBeDefined()
    phone.sync.watch(undefined)
    await time.pass(1000)
    expect(phone.need(id(7))).toBeUndefined()
    expect([...phone.disk.keys()].filter((key) => key.includes(elsewhere))).toEqual([])
  })

  test('[S7] a cursor never goes back: an answer that was overtaken by a patch is not applied', async () => {
    await open()
    cloud.put(openNeed(1))
    await time.pass(1000)
    // The answer is made now and comes in three seconds; the patch arrives in between.
    let release: () => void = () => {}
    const { answer } = cloud.cloud
    cloud.cloud.answer = async (request) => {
      const made = await answer(request)
      await new Promise<void>((done) => {
        release = done
      })
      return made
    }
    void phone.sync.refresh()
    await time.settle()
    cloud.cloud.answer = answer
    cloud.as(member, { id: idOf('c', 1), name: 'need.move', args: { needId: id(1), action: 'claim' } })
    await time.pass(100)
    expect(phone.need(id(1))?.need.status).toBe('claimed')
    const from = phone.seen.length
    release()
    await time.pass(1000)
    expect(phone.need(id(1))?.need.status).toBe('claimed')
    const statuses = phone.seen
      .slice(from)
      .map((rows) => rows.get(`need/${id(1)}`) as { need: { status: string } })
    expect(statuses.filter(({ need }) => need.status !== 'claimed')).toEqual([])
  })
})

describe('live', () => {
  test('[S8] says hello with the token, and a patch that fits is applied without a request', async () => {
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

describe('what is visible', () => {
  test('[S9] what one does oneself shows at once', async () => {
    await open(secretary)
    cloud.put(aNeed({ id: id(1) }))
    await time.pass(1000)
    phone.setOnline(false)
    phone.move({ needId: id(1), action: 'dispatch', offer: toPool })
    expect(phone.need(id(1))).toMatchObject({
      need: { status: 'dispatched' },
      summary: { status: 'dispatched' },
    })
    expect(phone.need(id(1))?.events?.map(({ action }) => action)).toEqual(['dispatch'])
  })

  test('[S9] a claim shows as waiting, never as won, until the server says so', async () => {
    await open(member)
    cloud.put(openNeed(1))
    await time.pass(1000)
    cloud.fate({ delayMs: 2000 })
    phone.move({ needId: id(1), action: 'claim' })
    expect(phone.need(id(1))).toMatchObject({
      need: { status: 'dispatched' },
      waiting: [{ action: 'claim' }],
    })
    expect(phone.need(id(1))?.mine).toBeUndefined()
    await time.pass(5000)
    expect(phone.need(id(1))).toMatchObject({
      need: { status: 'claimed' },
      mine: { as: ['holder'] },
      waiting: [],
    })
  })

  test('[S9] a claim that comes too late is never shown as won', async () => {
    await open(member)
    cloud.put(openNeed(1))
    await time.pass(1000)
    phone.setOnline(false)
    const commandId = phone.move({ needId: id(1), action: 'claim' })
    cloud.as(rival, { id: idOf('c', 9), name: 'need.move', args: { needId: id(1), action: 'claim' } })
    const from = phone.seen.length
    phone.setOnline(true)
    await time.pass(3000)
    const held = phone.seen.slice(from).some((rows) => {
      const view = rows.get(`need/${id(1)}`) as { mine?: { as: string[] } } | undefined
      return view?.mine?.as.includes('holder')
    })
    expect(held).toBe(false)
    expect(phone.status().refusals).toMatchObject([{ command: { id: commandId }, code: 'alreadyTaken' }])
  })

  test('[S9] the last place of a session shows as waiting, never as booked', async () => {
    await open()
    cloud.offer(orderable(4))
    await time.pass(1000)
    phone.setOnline(false)
    phone.place(1, {
      kind: 'service',
      categoryCode: 'service-health',
      answers: {},
      serviceId: idOf('s', 1),
      sessionId: idOf('t', 1),
    })
    expect(phone.need(id(1))).toMatchObject({
      local: true,
      need: { status: 'placed' },
      waiting: [{ name: 'need.place' }],
    })
    phone.setOnline(true)
    await time.pass(2000)
    expect(phone.need(id(1))).toMatchObject({ local: false, need: { status: 'dispatched' }, waiting: [] })
  })

  test('[S9] a replay that the rules refuse marks the entry and throws nothing', async () => {
    await open(secretary)
    cloud.put(aNeed({ id: id(1) }))
    await time.pass(1000)
    phone.setOnline(false)
    phone.move({ needId: id(1), action: 'reject', note: '不在受理范围' })
    const second = phone.move({ needId: id(1), action: 'dispatch', offer: toPool })
    expect(phone.need(id(1))).toMatchObject({
      need: { status: 'rejected' },
      waiting: [{ action: 'reject' }, { action: 'dispatch', doubt: 'statusChanged' }],
    })
    expect(phone.status().doubts).toEqual({ [second]: 'statusChanged' })
  })

  test('a row of several scopes: the newest version, whole where one is whole, `mine` from one’s own', async () => {
    await open(member)
    cloud.put(openNeed(1))
    await time.pass(1000)
    expect(phone.need(id(1))).toMatchObject({ whole: false, listed: true, need: { title: '客厅灯不亮了' } })
    cloud.as(member, { id: idOf('c', 1), name: 'need.move', args: { needId: id(1), action: 'claim' } })
    await time.pass(1000)
    expect(phone.need(id(1))).toMatchObject({
      whole: true,
      listed: true,
      mine: { as: ['holder'] },
      summary: { status: 'claimed', holders: [member.displayName] },
    })
  })

  test('rows asked for page by page are shown until a scope knows better', async () => {
    await open()
    const far = openNeed(3)
    phone.sync.hold('need', [{ id: id(3), row: { full: far, events: [] } }])
    expect(phone.need(id(3))?.whole).toBe(true)
    cloud.put(far)
    await time.pass(1000)
    expect(phone.need(id(3))?.whole).toBe(false)
  })
})
