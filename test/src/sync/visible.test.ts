/** @jest-environment node */
import { aNeed, idOf, toPool } from '../../support/builders'
import type { VirtualTime } from '../../support/fakePlatform'
import type { TestCloud } from './fakeCloud'
import type { TestPhone } from './phone'
import { id, member, openNeed, orderable, rival, secretary, setScene } from './scene'

let time: VirtualTime
let cloud: TestCloud
let phone: TestPhone

async function open(...scene: Parameters<typeof setScene>) {
  ;({ time, cloud, phone } = await setScene(...scene))
}

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

  test('[S9] a whole task may be done without a network', async () => {
    await open(member)
    cloud.put(openNeed(1))
    cloud.as(member, { id: idOf('c', 1), name: 'need.move', args: { needId: id(1), action: 'claim' } })
    await time.pass(1000)
    phone.setOnline(false)
    phone.move({ needId: id(1), action: 'start' })
    phone.move({ needId: id(1), action: 'finish', note: '换了启辉器', minutes: 40 })
    expect(phone.need(id(1))).toMatchObject({
      need: { status: 'served' },
      mine: { as: ['helped'] },
      waiting: [{ action: 'start' }, { action: 'finish' }],
    })
    const again = phone.restart()
    expect(again.need(id(1))?.need.status).toBe('served')
    again.setOnline(true)
    await time.pass(2000)
    expect(again.need(id(1))).toMatchObject({ need: { status: 'served' }, waiting: [] })
    expect(cloud.needs.get(id(1))?.need.status).toBe('served')
  })

  test('[S9] a merge shows at once in both', async () => {
    await open(secretary)
    cloud.put(aNeed({ id: id(1) }))
    cloud.put(aNeed({ id: id(2), requesterId: rival.id, placedById: rival.id, requesterName: '王阿姨' }))
    await time.pass(1000)
    phone.setOnline(false)
    phone.move({ needId: id(2), action: 'merge', targetId: id(1) })
    expect(phone.need(id(2))?.need).toMatchObject({ status: 'merged', mergedIntoId: id(1) })
    expect(phone.need(id(1))?.need.askers).toEqual([{ personId: rival.id, name: '王阿姨' }])
  })

  test('[S9] what is saved shows at once; places that were ordered stay as the server counted them', async () => {
    await open(secretary)
    const service = orderable(4)
    cloud.offer(service)
    await time.pass(1000)
    phone.setOnline(false)
    const { version: _, orgName: __, sessions, ...saved } = service
    const [session] = sessions.map(({ booked: ___, ...each }) => each)
    if (!session) throw new Error('no session')
    phone.send('service.save', { ...saved, title: '免费理发', sessions: [{ ...session, capacity: 8 }] })
    expect(phone.rows().get(`service/${service.id}`)).toMatchObject({
      title: '免费理发',
      orgName: '理发队',
      version: 2,
      sessions: [{ capacity: 8, booked: 4 }],
    })
  })

  test('[S9] a row with words that this version does not know is shown as well as it can be', async () => {
    await open(member)
    const unknown = { full: { ...openNeed(1), categoryCode: 'help-newer', status: 'paused' }, events: [] }
    phone.sync.hold('need', [
      { id: id(1), row: unknown },
      { id: id(2), row: { full: openNeed(2), events: [] } },
    ])
    expect(phone.need(id(1))).toMatchObject({ need: { categoryCode: 'help-newer', status: 'unknown' } })
    expect(phone.need(id(2))).toMatchObject({ need: { status: 'dispatched' } })
  })

  test('a row that cannot be read is told, and the others are shown', async () => {
    await open(member)
    phone.sync.hold('need', [
      { id: id(1), row: null },
      { id: id(2), row: { full: openNeed(2), events: [] } },
    ])
    expect(phone.need(id(2))).toBeDefined()
    expect(phone.troubles.splice(0)).toHaveLength(1)
  })

  test('the list of rows asked for grows not for ever: the oldest go', async () => {
    await open(member)
    for (let page = 0; page < 45; page++)
      phone.sync.hold(
        'need',
        Array.from({ length: 50 }, (_, n) => page * 50 + n + 100).map((n) => ({
          id: id(n),
          row: { full: openNeed(n), events: [] },
        })),
      )
    expect(phone.need(id(100))).toBeUndefined()
    expect(phone.need(id(100 + 45 * 50 - 1))).toBeDefined()
    expect([...phone.rows().keys()].filter((key) => key.startsWith('need/'))).toHaveLength(2000)
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
