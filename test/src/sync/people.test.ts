/** @jest-environment node */
import { aNeed, community } from '../../support/builders'
import type { VirtualTime } from '../../support/fakePlatform'
import { keptEntries } from './app'
import type { TestCloud } from './fakeCloud'
import type { TestPhone } from './phone'
import { id, member, openNeed, resident, secretary, setScene } from './scene'

let time: VirtualTime
let cloud: TestCloud
let phone: TestPhone

async function open(...scene: Parameters<typeof setScene>) {
  ;({ time, cloud, phone } = await setScene(...scene))
}
const rowsOf = ({ id: personId }: { id: string }) =>
  [...phone.disk.keys()].filter((key) => key.includes(personId) && key.includes('/scope'))

describe('two people on one phone', () => {
  beforeEach(() => open())

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
    expect(keptEntries(phone)).toHaveLength(1)
    phone.sync.logOut()
    phone.logIn(resident)
    expect(phone.need(id(1))).toMatchObject({ local: true })
    await time.pass(5000)
    expect(cloud.needs.get(id(1))?.need.placedById).toBe(resident.id)
  })

  test.each([
    ['', true],
    [' without a network', false],
  ])(
    '[S2] a reply that comes after somebody else logged in%s changes nothing for them',
    async (_, online) => {
      cloud.fate({ replyAfterMs: 5000 })
      phone.place(1)
      await time.pass(1000)
      phone.setOnline(online)
      phone.logIn(member)
      await time.pass(20_000)
      expect(phone.need(id(1))).toBeUndefined()
      expect(rowsOf(resident)).toEqual([])
      phone.setOnline(true)
      phone.logIn(resident)
      await time.pass(5000)
      expect(phone.need(id(1))?.waiting).toEqual([])
      expect(cloud.needs.size).toBe(1)
    },
  )

  test('[S2] each counts their own commands, under a name of their own', async () => {
    phone.place(1)
    await time.pass(1000)
    phone.logIn(member)
    phone.place(2)
    await time.pass(1000)
    const sent = cloud.requests.filter(({ body }) => body.push.length > 0)
    expect(sent.map(({ token, body }) => [token, body.push[0]?.seq])).toEqual([
      [resident.id, 1],
      [member.id, 1],
    ])
    expect(sent[0]?.body.device).not.toBe(sent[1]?.body.device)
  })

  test.each([
    ['at log-out', () => phone.sync.logOut()],
    ['when somebody else logs in', () => phone.logIn(member)],
  ])('%s the rows leave the screen and the phone', async (_, leave) => {
    phone.place(1)
    await time.pass(1000)
    expect(rowsOf(resident)).not.toEqual([])
    leave()
    expect(phone.need(id(1))).toBeUndefined()
    expect(rowsOf(resident)).toEqual([])
    await time.pass(5000)
    expect(rowsOf(resident)).toEqual([])
    expect([...phone.disk.values()].join()).not.toContain('客厅灯不亮了')
  })

  test('rows that were asked for by one are not shown to the other', async () => {
    cloud.fate({ replyAfterMs: 3000 })
    const asked = phone.sync.ask('GET', '/api/staff/needs').then(
      () => 'answered',
      () => 'nobody’s business',
    )
    await time.pass(1000)
    phone.logIn(member)
    await time.pass(5000)
    expect(await asked).toBe('nobody’s business')
  })

  test('a guest’s rows make room for who logs in', async () => {
    await open()
    phone.sync.logOut()
    phone.sync.watch(community)
    await time.pass(1000)
    expect([...phone.disk.keys()].filter((key) => key.includes('guest/scope/'))).not.toEqual([])
    phone.logIn(resident)
    expect([...phone.disk.keys()].filter((key) => key.includes('guest/scope/'))).toEqual([])
  })

  test('the same person with a new log-in keeps all that is there', async () => {
    cloud.put(openNeed(9))
    await time.pass(1000)
    const from = phone.seen.length
    phone.setOnline(false)
    phone.logIn(resident)
    await time.pass(1000)
    expect(phone.need(id(9))).toBeDefined()
    expect(phone.seen.slice(from).every((rows) => rows.has(`need/${id(9)}`))).toBe(true)
    expect(rowsOf(resident)).not.toEqual([])
  })
})

describe('a right that is lost', () => {
  const demoted = { ...secretary, grants: secretary.grants.slice(0, 1) }

  test('[S7] takes its rows away, from the screen and from the phone', async () => {
    await open(secretary)
    cloud.put(aNeed({ id: id(1) }))
    await time.pass(1000)
    expect(phone.need(id(1))?.whole).toBe(true)
    cloud.grant(demoted)
    await phone.sync.refresh()
    await time.pass(1000)
    expect(phone.need(id(1))).toBeUndefined()
    expect([...phone.disk.keys()].filter((key) => key.includes(':staff'))).toEqual([])
    expect(phone.restart().need(id(1))).toBeUndefined()
  })

  test('[S7] takes away what was asked for page by page with it', async () => {
    await open(secretary)
    phone.sync.hold('need', [{ id: id(3), row: { full: openNeed(3), events: [] } }])
    expect(phone.need(id(3))?.whole).toBe(true)
    cloud.grant(demoted)
    await phone.sync.refresh()
    await time.pass(1000)
    expect(phone.need(id(3))).toBeUndefined()
  })

  test('[S4] turns what is queued into refusals that say what to do', async () => {
    await open(secretary)
    cloud.put(aNeed({ id: id(1) }))
    await time.pass(1000)
    phone.setOnline(false)
    phone.move({ needId: id(1), action: 'reject', note: '不在受理范围' })
    cloud.grant(demoted)
    phone.setOnline(true)
    await time.pass(3000)
    expect(phone.status()).toMatchObject({ entries: [], refusals: [{ code: 'notAllowed' }] })
    expect(cloud.needs.get(id(1))?.need.status).toBe('placed')
  })

  test('[S5] releases an entry that waits for its scope', async () => {
    await open(secretary, { sockets: false, pageRows: 3 })
    cloud.put(aNeed({ id: id(1) }))
    await phone.sync.refresh()
    for (let n = 20; n < 30; n++) cloud.put(openNeed(n))
    phone.move({ needId: id(1), action: 'reject', note: '不在受理范围' })
    cloud.fate('fine', { delayMs: 3000 })
    await time.pass(0)
    expect(phone.need(id(1))?.need.status).toBe('rejected')
    cloud.grant(demoted)
    await time.pass(20_000)
    expect(keptEntries(phone)).toEqual([])
    expect(phone.need(id(1))).toBeUndefined()
  })
})
