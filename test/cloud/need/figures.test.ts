import type { Figures } from 'domain/api'
import { categoryOf } from 'domain/category/category'
import { plusMinutes } from 'domain/kernel/time'
import type { NeedRow } from 'domain/need/needRow'
import type { Person } from 'domain/person/person'
import { type Figure, figuresOf } from '../../../src/need/queue/queueFigures'
import type { NeedView } from '../../../src/store/records'
import { startCloud, type TestCloud } from '../../support/cloud'
import { community, elsewhere } from '../../support/seed'

const now = '2026-03-18T04:00:00.000Z'

let cloud: TestCloud
let coordinator: Person
let secretary: Person
beforeAll(async () => {
  cloud = await startCloud({ now: () => now })
  await cloud.seed.areas()
  coordinator = await cloud.seed.coordinator()
  secretary = await cloud.seed.secretary()
})
afterAll(() => cloud.stop())

const get = async (path: string, by?: Person) =>
  cloud.ask('GET', path, { token: by && (await cloud.loginAs(by.id)) })

/** What the phone counts of the rows that the list gives. */
async function listed(by: Person): Promise<Record<Figure, number>> {
  const { body } = await get('/api/staff/needs?limit=100', by)
  const views = body.rows.map((row: Extract<NeedRow, { full: unknown }>) => ({
    need: row.full,
    events: row.events,
  }))
  return figuresOf(views as NeedView[], now)
}

test('figures are for staff, over everything that they may see and nothing else', async () => {
  expect((await get('/api/staff/figures')).status).toBe(401)
  expect(await get('/api/staff/figures', await cloud.seed.resident())).toMatchObject({
    status: 403,
    body: { code: 'notAllowed' },
  })
  expect(await get(`/api/staff/figures?area=${elsewhere}`, secretary)).toMatchObject({ status: 403 })
  expect((await get('/api/staff/figures', coordinator)).body).toEqual({ at: now, areas: [] })
})

test('they are what the list holds, however much of it a phone has loaded', async () => {
  const { seed } = cloud
  const [resident, member] = [await seed.resident(), await seed.member()]
  const before = (minutes: number) => plusMinutes(now, -minutes)
  const all = { areaCode: '441704', personIds: [], orgIds: [] }
  const promised = categoryOf('help-power').respondWithinMin
  const ages = [0, 0.5, 0.74, 0.76, 0.78, 0.79, 0.81, 0.9, 0.99, 1, 1.01, 1.2, 2, 8, 40].map(
    (share) => share * promised,
  )
  for (const [at, age] of ages.entries()) {
    const place = (more = {}) => seed.place(resident, { urgency: 'high', ...more }, before(age))
    await place()
    const dispatched = await place()
    await seed.move(secretary, { needId: dispatched, action: 'dispatch', offer: all }, before(age / 2))
    const offered = await place()
    await seed.move(secretary, { needId: offered, action: 'dispatch', offer: all }, before(age - 1))
    await seed.move(secretary, { needId: offered, action: 'dispatch', offer: all }, before(age / 3))
    const held = await place()
    await seed.move(secretary, { needId: held, action: 'dispatch', offer: all }, before(age))
    await seed.move(member, { needId: held, action: 'claim' }, before(age / 2))
    if (at % 4 > 0) continue
    const redone = await place()
    await seed.move(secretary, { needId: redone, action: 'dispatch', offer: all }, before(age))
    await seed.move(member, { needId: redone, action: 'claim' }, before(age))
    await seed.move(member, { needId: redone, action: 'start' }, before(age))
    await seed.move(member, { needId: redone, action: 'finish', note: '好了' }, before(age))
    await seed.move(resident, { needId: redone, action: 'reopen', note: '又坏了' }, before(age / 5))
    await seed.move(resident, { needId: await place(), action: 'withdraw', note: '不用了' }, before(age))
  }
  await seed.place(resident, { communityCode: elsewhere, gridCode: `${elsewhere}001` }, now)

  const { body } = await get('/api/staff/figures', coordinator)
  expect(body.areas.map(({ area }: Figures) => area)).toEqual([community, elsewhere])
  const { area: _, open, ...counted } = body.areas[0]
  expect(counted).toEqual(await listed(secretary))
  expect(open).toBe((await get('/api/staff/needs?limit=100', secretary)).body.rows.length)
  for (const figure of Object.values(counted)) expect(figure).toBeGreaterThan(0)
  expect((await get('/api/staff/figures', secretary)).body.areas).toEqual([body.areas[0]])
  expect((await get(`/api/staff/figures?area=${elsewhere}`, coordinator)).body.areas).toEqual([
    { area: elsewhere, open: 1, placed: 1, soon: 0, late: 0, redo: 0 },
  ])
})
