import { type Grant, SYSTEM } from 'domain/kernel/actor'
import { freshPipeline, type TestPipeline } from '../../support/pipeline'
import { community, district, elsewhere, newId } from '../../support/seed'

let cloud: TestPipeline
beforeAll(async () => {
  cloud = await freshPipeline()
  await cloud.seed.areas()
})
afterAll(() => cloud.stop())

const member = (area: string): Grant => ({ role: 'member', area })

test('who coordinates a town keeps its people, and gives no rights beyond it', async () => {
  const { seed } = cloud
  const town = await seed.coordinator('441704100')
  const theirs = await seed.resident()
  const save = (more: object, by = town) => seed.run('person.save', { ...theirs, ...more }, by)
  expect(await save({ grants: [member(community)] })).toMatchObject({ ok: true })
  expect(await save({ grants: [member(elsewhere)] })).toMatchObject({ code: 'notAllowed' })
  expect(await save({ grants: [{ role: 'coordinator', area: district }] })).toMatchObject({
    code: 'notAllowed',
  })
  expect(await save({ homeGrid: `${elsewhere}001` })).toMatchObject({ code: 'notAllowed' })
  expect(await save({}, await seed.secretary())).toMatchObject({ code: 'notAllowed' })
})

test('nobody takes over a person of another town by moving them', async () => {
  const { seed } = cloud
  const other = await seed.person({ homeGrid: `${elsewhere}001`, grants: [] })
  const town = await seed.coordinator('441704100')
  const moved = { ...other, homeGrid: `${community}001` }
  expect(await seed.run('person.save', moved, town)).toMatchObject({ code: 'notAllowed' })
})

test('a right for an org is given by who keeps the org', async () => {
  const { seed } = cloud
  const [near, far] = [await seed.org(), await seed.org({ areaCodes: [elsewhere] })]
  const town = await seed.coordinator('441704100')
  const person = await seed.resident()
  const save = (orgId: string) =>
    seed.run('person.save', { ...person, grants: [...person.grants, { role: 'unitContact', orgId }] }, town)
  expect(await save(near.id)).toMatchObject({ ok: true })
  expect(await save(far.id)).toMatchObject({ code: 'notAllowed' })
  expect(await save(newId())).toMatchObject({ code: 'badTarget' })
})

test('areas and orgs are for who coordinates above them', async () => {
  const { seed } = cloud
  const town = await seed.coordinator('441704100')
  const area = (code: string) => seed.run('area.save', { code, name: '新网格' }, town)
  expect(await area(`${community}009`)).toMatchObject({ ok: true })
  expect(await area(`${elsewhere}009`)).toMatchObject({ code: 'notAllowed' })
  expect(await area('441704100888001')).toMatchObject({ code: 'unknownArea' })
  const org = await seed.org({ areaCodes: [elsewhere] })
  expect(await seed.run('org.save', { ...org, areaCodes: [community] }, town)).toMatchObject({
    code: 'notAllowed',
  })
})

test('anybody in the district can read the number of a community’s office', async () => {
  const { seed, db } = cloud
  const office = { code: community, name: '燕山湖社区居委会', phone: '0662-0000103' }
  expect(await seed.run('area.save', office, await seed.coordinator('441704100'))).toMatchObject({
    ok: true,
  })
  const told = db.selectFrom('feed').select('row').where('id', '=', community).where('scope', '=', '441704')
  expect((await told.executeTakeFirst())?.row).toMatchObject(office)
  expect(await db.selectFrom('areas').select('phone').where('code', '=', community).execute()).toEqual([
    { phone: office.phone },
  ])
  expect(await seed.run('area.save', { ...office, phone: '打门口的电话' }, SYSTEM)).toMatchObject({
    code: 'badRequest',
  })
})

test('every change of rights is one line of the audit log', async () => {
  const { seed, db } = cloud
  const person = await seed.resident()
  await seed.must('person.save', { ...person, capacity: 9 })
  await seed.must('person.save', { ...person, grants: [member(community)] })
  const lines = await db.selectFrom('audit').select('action').where('subjectId', '=', person.id).execute()
  expect(lines).toEqual([{ action: 'rights' }, { action: 'rights' }])
})
