import { type Category, categoryOf } from 'domain/category/category'
import type { CommandArgs } from 'domain/commands'
import { minutesBetween, plusDays } from 'domain/kernel/time'
import type { Person } from 'domain/person/person'
import { closeUnrated } from '../../../cloud/need/closeUnrated'
import { findNeed } from '../../../cloud/need/needRepo'
import { startCloud, type TestCloud } from '../../support/cloud'
import { district, nowText } from '../../support/seed'

let one: TestCloud
let other: TestCloud
let coordinator: Person
let resident: Person
beforeAll(async () => {
  one = await startCloud()
  other = await startCloud({ beside: one })
  await one.seed.areas()
  coordinator = await one.seed.coordinator()
  resident = await one.seed.resident()
})
afterAll(async () => {
  await other.stop()
  await one.stop()
})

const save = (more: Partial<Category>, by = one) => {
  const args: CommandArgs<'category.save'> = { ...categoryOf('help-power'), ...more, districtCode: district }
  return by.seed.must('category.save', args, coordinator)
}
/** What is promised of what is placed now. */
async function promised(cloud: TestCloud, more = {}) {
  const needId = await cloud.seed.place(resident, more)
  const { need } = (await findNeed(one.db, needId)) ?? {}
  if (!need) throw new Error('it was not placed')
  return { needId, terms: need.terms, minutes: minutesBetween(need.placedAt, need.respondBy) }
}

test('what the district promises is promised of what is placed from then on, by every server', async () => {
  const usual = categoryOf('help-power').respondWithinMin
  const before = await promised(one)
  expect(before).toMatchObject({ minutes: usual, terms: undefined })
  expect(await promised(other)).toMatchObject({ minutes: usual })

  await save({ respondWithinMin: 7 })
  expect(await promised(one)).toMatchObject({ minutes: 7, terms: { respondWithinMin: 7 } })
  expect((await findNeed(one.db, before.needId))?.need).not.toHaveProperty('terms')
  let heard = await promised(other)
  for (let tries = 0; heard.minutes !== 7 && tries < 50; tries++) {
    await new Promise((done) => setTimeout(done, 20))
    heard = await promised(other)
  }
  expect(heard).toMatchObject({ minutes: 7 })

  await save({})
  expect(await promised(one)).toMatchObject({ minutes: usual, terms: undefined })
})

test('a category that only the district has is placed in, and its terms go with the need to whoever reads it', async () => {
  const pets = { code: 'help-pets', name: '宠物照看', skills: ['company'], questions: [], rateWithinDays: 1 }
  const refused = await one.seed.run(
    'need.place',
    one.seed.placeArgs({ categoryCode: 'help-pets' }),
    resident,
  )
  expect(refused).toMatchObject({ ok: false, code: 'unknownCategory' })

  await save(pets)
  const { needId, terms } = await promised(one, { categoryCode: 'help-pets', answers: {} })
  expect(terms).toMatchObject({ name: '宠物照看', visibility: 'public' })
  const rows = await one.db.selectFrom('feed').selectAll().where('id', '=', needId).execute()
  expect(rows.length).toBeGreaterThan(0)
  for (const { row } of rows) expect(JSON.stringify(row)).toContain('宠物照看')
  const found = await one.db
    .selectFrom('needs')
    .select('searchText')
    .where('id', '=', needId)
    .executeTakeFirst()
  expect(found?.searchText).toContain('宠物照看')

  const { move, member, secretary, toPool } = one.seed
  const helper = await member()
  await move(await secretary(), { needId, action: 'dispatch', offer: toPool })
  for (const action of ['claim', 'start'] as const) await move(helper, { needId, action })
  await move(helper, { needId, action: 'finish', note: '喂好了' })
  expect(await closeUnrated(one.context, plusDays(nowText(), 0.9))).toBe(0)
  expect(await closeUnrated(one.context, plusDays(nowText(), 1.1))).toBe(1)
})

test('what waited on a phone while its category was taken off is not lost', async () => {
  await save({ listed: false })
  expect(await one.seed.run('need.place', one.seed.placeArgs(), resident)).toMatchObject({ ok: true })
  await save({})
})

test('services and resources stand in what the district has added', async () => {
  const { seed } = one
  const { service } = await seed.service()
  const secretary = await seed.secretary()
  const wash = { ...service, id: crypto.randomUUID(), sessions: [], categoryCode: 'service-wash' }
  const drone: CommandArgs<'resource.save'> = {
    id: crypto.randomUUID(),
    communityCode: service.communityCode,
    categoryCode: 'resource-drone',
    ownerName: '党群驿站',
    title: '无人机',
    description: '拍河道用',
    quantity: 1,
    unit: '台',
    openText: '工作日',
    listed: true,
  }
  const both = async () => [
    await seed.run('service.save', wash, secretary),
    await seed.run('resource.save', drone, secretary),
  ]
  expect(await both()).toMatchObject([{ code: 'unknownCategory' }, { code: 'unknownCategory' }])
  await save({ code: 'service-wash', kind: 'service', name: '洗衣' })
  await save({ code: 'resource-drone', kind: 'resource', name: '器材' })
  expect(await both()).toMatchObject([{ ok: true }, { ok: true }])
})
