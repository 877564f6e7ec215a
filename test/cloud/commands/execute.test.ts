import { freshPipeline, type TestPipeline } from '../../support/pipeline'

let cloud: TestPipeline
beforeAll(async () => {
  cloud = await freshPipeline()
  await cloud.seed.areas()
})
afterAll(() => cloud.stop())

test('a need goes from placed to closed', async () => {
  const { seed, db } = cloud
  const [resident, member, secretary] = [await seed.resident(), await seed.member(), await seed.secretary()]
  const needId = await seed.place(resident)
  await seed.move(secretary, { needId, action: 'dispatch', offer: seed.toPool })
  await seed.move(member, { needId, action: 'claim' })
  await seed.move(member, { needId, action: 'start' })
  await seed.move(member, { needId, action: 'finish', note: '换了线' })
  await seed.move(resident, { needId, action: 'rate', score: 4 })
  const need = await db
    .selectFrom('needs')
    .select(['status', 'version'])
    .where('id', '=', needId)
    .executeTakeFirst()
  expect(need).toEqual({ status: 'closed', version: 6 })
})
