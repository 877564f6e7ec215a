import { findCategory } from 'domain/category/category'
import type { CategoryRow } from 'domain/category/categoryRow'
import type { CommandArgs } from 'domain/commands'
import { listCategories } from '../../../cloud/category/categoryRepo'
import { seedDistrict } from '../../../cloud/district/seedDistrict'
import { freshPipeline, type TestPipeline } from '../../support/pipeline'
import { community, district } from '../../support/seed'

let server: TestPipeline
beforeAll(async () => {
  server = await freshPipeline()
  await server.seed.areas()
})
afterAll(() => server.stop())

const power = findCategory('help-power') as NonNullable<ReturnType<typeof findCategory>>
const said = (more: Partial<CommandArgs<'category.save'>> = {}): CommandArgs<'category.save'> => ({
  ...power,
  districtCode: district,
  ...more,
})
const inFeed = async (entity: string) =>
  await server.db.selectFrom('feed').selectAll().where('entity', '=', entity).orderBy('id').execute()

test('a coordinator of the district changes a category, for everybody; nobody else does', async () => {
  const { seed } = server
  const others = [
    await seed.secretary(),
    await seed.resident(),
    await seed.coordinator('441704100'),
    await seed.coordinator(community),
  ]
  for (const each of others)
    expect(await seed.run('category.save', said(), each)).toMatchObject({ ok: false, code: 'notAllowed' })
  expect(await inFeed('category')).toEqual([])

  const coordinator = await seed.coordinator()
  expect(await seed.run('category.save', said({ respondWithinMin: 90 }), coordinator)).toMatchObject({
    ok: true,
  })
  const [told, ...more] = await inFeed('category')
  expect(told).toMatchObject({ scope: district, id: 'help-power', row: { respondWithinMin: 90 } })
  expect(more).toEqual([])
})

test('a form that was made of another row replaces nothing', async () => {
  const { seed, db } = server
  const coordinator = await seed.coordinator()
  const [row] = (await listCategories(db)) as [CategoryRow]
  const seen = row.revision ?? null
  expect(await seed.run('category.save', said({ seen, name: '用电' }), coordinator)).toMatchObject({
    ok: true,
  })
  expect(await seed.run('category.save', said({ seen }), coordinator)).toMatchObject({
    ok: false,
    code: 'changedMeanwhile',
  })
})

test('a code that does not begin with its kind is refused, a 其他 is never taken off, no town has categories', async () => {
  const { seed } = server
  const coordinator = await seed.coordinator()
  const save = (more: Partial<CommandArgs<'category.save'>>) =>
    seed.run('category.save', said(more), coordinator)
  expect(await save({ code: 'wish-power' })).toMatchObject({ code: 'badRequest' })
  expect(await save({ code: 'help-other', listed: false })).toMatchObject({ code: 'badRequest' })
  expect(await save({ districtCode: '441704100' })).toMatchObject({ code: 'unknownArea' })
})

test('a starting server gives the district what the release knows, once, and leaves what it has', async () => {
  const { db } = server
  const before = await listCategories(db)
  await Promise.all([seedDistrict(db, district), seedDistrict(db, district)])
  const after = await listCategories(db)
  expect(after).toHaveLength(54)
  expect(after).toContainEqual(before[0])
  expect((await inFeed('category')).map(({ id }) => id)).toEqual(after.map(({ code }) => code))
  const [told] = await inFeed('district')
  expect(told).toMatchObject({ scope: district, id: district, row: { name: '阳东先锋', holidays: [] } })
  const numbers = (await inFeed('category')).map(({ number }) => number)
  await seedDistrict(db, district)
  expect((await inFeed('category')).map(({ number }) => number)).toEqual(numbers)
})

test('skills, holidays and the name of the app are the district’s to change', async () => {
  const { seed } = server
  const args: CommandArgs<'district.save'> = {
    id: district,
    name: '阳东红',
    skills: [{ code: 'electric', name: '电工师傅' }],
    holidays: [{ date: '2027-01-01', name: '元旦', working: false }],
    seen: null,
  }
  expect(await seed.run('district.save', args, await seed.secretary())).toMatchObject({ code: 'notAllowed' })
  const coordinator = await seed.coordinator()
  expect(await seed.run('district.save', args, coordinator)).toMatchObject({ ok: true })
  expect((await inFeed('district')).map(({ row }) => row)).toMatchObject([
    { name: '阳东红', holidays: args.holidays },
  ])
  expect(await seed.run('district.save', args, coordinator)).toMatchObject({ code: 'changedMeanwhile' })
})
