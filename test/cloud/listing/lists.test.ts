import type { CommandArgs } from 'domain/commands'
import { startCloud, type TestCloud } from '../../support/cloud'
import { community, elsewhere, newId } from '../../support/seed'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCloud()
  await cloud.seed.areas()
})
afterAll(() => cloud.stop())

const aResource = (more = {}): CommandArgs<'resource.save'> => ({
  id: newId(),
  communityCode: community,
  ownerName: '湖滨党支部',
  categoryCode: 'resource-venue',
  title: '小会议室',
  description: '可坐二十人，有投影',
  quantity: 1,
  unit: '间',
  openText: '周一至周六',
  listed: true,
  ...more,
})

test('lists are kept by who dispatches in the community', async () => {
  const { seed } = cloud
  const secretary = await seed.secretary()
  expect(await seed.run('resource.save', aResource(), secretary)).toMatchObject({ ok: true })
  const other = aResource({ communityCode: elsewhere })
  expect(await seed.run('resource.save', other, secretary)).toMatchObject({ code: 'notAllowed' })
  expect(await seed.run('resource.save', aResource(), await seed.gridWorker())).toMatchObject({
    code: 'notAllowed',
  })
  const wrong = aResource({ categoryCode: 'help-power' })
  expect(await seed.run('resource.save', wrong, secretary)).toMatchObject({ code: 'unknownCategory' })
})

test('an id of another community’s row is refused', async () => {
  const { seed } = cloud
  const mine = aResource()
  await seed.must('resource.save', mine, await seed.secretary())
  const taken = { ...mine, communityCode: elsewhere }
  expect(await seed.run('resource.save', taken, await seed.secretary(elsewhere))).toMatchObject({
    code: 'idReused',
  })
  const { service } = await seed.service()
  const away = { ...service, communityCode: elsewhere, sessions: [] }
  expect(await seed.run('service.save', away, await seed.secretary(elsewhere))).toMatchObject({
    code: 'idReused',
  })
})

test('what is taken off leaves the public list and the public scope', async () => {
  const { seed, ask } = cloud
  const { service } = await seed.service()
  const listed = async () => (await ask('GET', `/api/services?area=${community}&limit=100`)).body.rows
  expect((await listed()).map((row: { id: string }) => row.id)).toContain(service.id)
  await seed.must('service.save', { ...service, listed: false })
  expect((await listed()).map((row: { id: string }) => row.id)).not.toContain(service.id)
})

test('a session left out is cancelled, unless somebody has booked it', async () => {
  const { seed, db } = cloud
  const { service, sessionId } = await seed.service()
  const [first] = service.sessions
  if (!first) throw new Error('no session')
  const second = { ...first, id: newId() }
  await seed.must('service.save', { ...service, sessions: [first, second] })
  const { categoryCode, id: serviceId } = service
  await seed.place(await seed.resident(), {
    kind: 'service',
    categoryCode,
    serviceId,
    sessionId,
    answers: {},
  })
  await seed.must('service.save', { ...service, sessions: [] })
  const rows = await db
    .selectFrom('sessions')
    .select(['id', 'booked'])
    .where('serviceId', '=', serviceId)
    .execute()
  expect(rows).toEqual([{ id: sessionId, booked: 1 }])
  const twice = { ...service, sessions: [first, first] }
  expect(await seed.run('service.save', twice, await seed.secretary())).toMatchObject({ code: 'badRequest' })
})

test('a renamed org is renamed on its services', async () => {
  const { seed, ask } = cloud
  const org = await seed.org({ name: '旧名' })
  const { service } = await seed.service({ org })
  await seed.must('org.save', { ...org, name: '新名' })
  const { body } = await ask('GET', `/api/services?area=${community}&limit=100`)
  expect(body.rows.find((row: { id: string }) => row.id === service.id)).toMatchObject({
    orgName: '新名',
    version: 2,
  })
})

test('pages of a list are complete, by category and words', async () => {
  const { seed, ask } = cloud
  for (let i = 0; i < 5; i++) await seed.must('resource.save', aResource({ title: `长桌${i}` }))
  const path = `/api/resources?limit=2&q=${encodeURIComponent('长桌')}&category=resource-venue`
  const titles: string[] = []
  for (let after = ''; ; ) {
    const { body } = await ask('GET', `${path}${after}`)
    titles.push(...body.rows.map((row: { title: string }) => row.title))
    if (!body.next) break
    after = `&after=${body.next}`
  }
  expect(titles).toEqual(['长桌4', '长桌3', '长桌2', '长桌1', '长桌0'])
})
