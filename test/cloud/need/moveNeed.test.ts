import type { Offer } from 'domain/need/need'
import type { Person } from 'domain/person/person'
import { readContact } from '../../../cloud/contact/contacts'
import { closeUnrated } from '../../../cloud/need/closeUnrated'
import { findNeed } from '../../../cloud/need/needRepo'
import { freshPipeline, type TestPipeline } from '../../support/pipeline'
import { community, elsewhere, newId } from '../../support/seed'

let cloud: TestPipeline
let resident: Person
let secretary: Person
let member: Person
beforeAll(async () => {
  cloud = await freshPipeline()
  const { seed } = cloud
  await seed.areas()
  resident = await seed.resident()
  secretary = await seed.secretary()
  member = await seed.member()
})
afterAll(() => cloud.stop())

const needOf = async (id: string) => {
  const told = await findNeed(cloud.db, id)
  if (!told) throw new Error('no need')
  return told.need
}
const contactOf = (id: string) => readContact(cloud.db, cloud.vault, { communityCode: community, id })

describe('a need that is not one’s own to know of', () => {
  test('is answered like one that does not exist, before anything else is looked at', async () => {
    const { seed } = cloud
    const needId = await seed.place(resident)
    const stranger = await seed.resident()
    const claim = await seed.run('need.move', { needId, action: 'claim' }, stranger)
    const withdraw = await seed.run('need.move', { needId, action: 'withdraw' }, stranger)
    const absent = await seed.run('need.move', { needId: newId(), action: 'claim' }, stranger)
    const same = {
      ok: false,
      code: 'notFound',
      text: '没有找到，可能已经撤下。请返回清单看看别的',
      retry: false,
    }
    expect([claim, withdraw, absent]).toMatchObject([same, same, same])
  })

  test('is refused to the staff of another community', async () => {
    const needId = await cloud.seed.place(resident)
    const other = await cloud.seed.secretary(elsewhere)
    const offer = cloud.seed.toPool
    expect(await cloud.seed.run('need.move', { needId, action: 'dispatch', offer }, other)).toMatchObject({
      code: 'notFound',
    })
  })
})

test('the time that suits the requester is kept through every move', async () => {
  const whenSpan = { from: '2026-03-18T06:00:00.000Z', to: '2026-03-18T10:00:00.000Z' }
  const needId = await cloud.seed.place(resident, { whenSpan })
  await cloud.seed.run('need.move', { needId, action: 'dispatch', offer: cloud.seed.toPool }, secretary)
  expect(await needOf(needId)).toMatchObject({ status: 'dispatched', whenSpan })
})

describe('派单 dispatch offers only to who exists and may help', () => {
  const dispatch = async (offer: { areaCode?: string; personIds?: string[]; orgIds?: string[] }) => {
    const needId = await cloud.seed.place(resident)
    const full: Offer = { personIds: [], orgIds: [], ...offer }
    return cloud.seed.run('need.move', { needId, action: 'dispatch', offer: full }, secretary)
  }

  test('people', async () => {
    const plain = await cloud.seed.resident()
    expect(await dispatch({ personIds: [member.id] })).toMatchObject({ ok: true })
    expect(await dispatch({ personIds: [member.id, plain.id] })).toMatchObject({ code: 'badTarget' })
    expect(await dispatch({ personIds: [newId()] })).toMatchObject({ code: 'badTarget' })
  })

  test('orgs and areas', async () => {
    expect(await dispatch({ orgIds: [(await cloud.seed.org()).id] })).toMatchObject({ ok: true })
    expect(await dispatch({ orgIds: [newId()] })).toMatchObject({ code: 'badTarget' })
    expect(await dispatch({ areaCode: `${community}999` })).toMatchObject({ code: 'unknownArea' })
    expect(await dispatch({ areaCode: elsewhere })).toMatchObject({ code: 'badTarget' })
  })

  test('a refused step leaves no trace of itself', async () => {
    const needId = await cloud.seed.place(resident)
    const before = await findNeed(cloud.db, needId)
    const offer: Offer = { personIds: [newId()], orgIds: [] }
    await cloud.seed.run('need.move', { needId, action: 'dispatch', offer }, secretary)
    expect(await findNeed(cloud.db, needId)).toEqual(before)
  })
})

describe('并单 merge', () => {
  test('moves both needs, and both askers follow the target', async () => {
    const { seed, db } = cloud
    const neighbour = await seed.resident()
    const [target, source] = [await seed.place(resident), await seed.place(neighbour)]
    await seed.move(secretary, { needId: source, action: 'merge', targetId: target })
    expect(await needOf(source)).toMatchObject({ status: 'merged', mergedIntoId: target, version: 2 })
    expect((await needOf(target)).askers).toEqual([{ personId: neighbour.id, name: neighbour.displayName }])
    const row = await db
      .selectFrom('feed')
      .select('row')
      .where('scope', '=', `user:${neighbour.id}`)
      .where('id', '=', target)
      .executeTakeFirst()
    expect(row?.row).toMatchObject({ mine: { as: ['asker'] }, summary: { id: target } })
  })

  test('is refused where the target is foreign, absent, elsewhere or itself', async () => {
    const { seed } = cloud
    const source = await seed.place(resident)
    const away = await seed.place(await seed.resident(), { communityCode: elsewhere, gridCode: undefined })
    for (const targetId of [away, newId(), source]) {
      const answer = await seed.run('need.move', { needId: source, action: 'merge', targetId }, secretary)
      expect(answer).toMatchObject({ code: 'badTarget' })
    }
  })

  test('two merges into each other at once end with one of them', async () => {
    const { seed } = cloud
    const [a, b] = [await seed.place(resident), await seed.place(await seed.resident())]
    const answers = await Promise.all([
      seed.run('need.move', { needId: a, action: 'merge', targetId: b }, secretary),
      seed.run('need.move', { needId: b, action: 'merge', targetId: a }, secretary),
    ])
    expect(answers.filter((each) => each.ok)).toHaveLength(1)
  })

  test('who withdraws passes it to the next asker, with that one’s own contact, also through two merges', async () => {
    const { seed } = cloud
    const [second, third] = [await seed.resident(), await seed.resident()]
    const target = await seed.place(resident, { contact: { phone: '13800000001', address: '一栋' } })
    const middle = await seed.place(second, { contact: { phone: '13800000002' } })
    const last = await seed.place(third, { contact: { phone: '13800000003' } })
    await seed.move(secretary, { needId: last, action: 'merge', targetId: middle })
    await seed.move(secretary, { needId: middle, action: 'merge', targetId: target })
    await seed.move(resident, { needId: target, action: 'withdraw' })
    expect(await needOf(target)).toMatchObject({ status: 'placed', requesterId: second.id })
    expect(await contactOf(target)).toEqual({ phone: '13800000002' })
    await seed.move(second, { needId: target, action: 'withdraw' })
    expect(await needOf(target)).toMatchObject({ requesterId: third.id })
    expect(await contactOf(target)).toEqual({ phone: '13800000003' })
    await seed.move(third, { needId: target, action: 'withdraw' })
    expect(await needOf(target)).toMatchObject({ status: 'withdrawn' })
  })

  test('nothing of who had it before stays when the next asker left no contact', async () => {
    const { seed } = cloud
    const neighbour = await seed.resident()
    const target = await seed.place(resident, { contact: { phone: '13800000001' } })
    const source = await seed.place(neighbour)
    await seed.move(secretary, { needId: source, action: 'merge', targetId: target })
    await seed.move(resident, { needId: target, action: 'withdraw' })
    expect(await contactOf(target)).toBeUndefined()
  })
})

describe('点服务: the place of a session', () => {
  const order = async (by: Person, from: Awaited<ReturnType<typeof cloud.seed.service>>) => {
    const { service, sessionId } = from
    const { categoryCode, id: serviceId } = service
    return cloud.seed.place(by, { kind: 'service', categoryCode, serviceId, sessionId, answers: {} })
  }
  const booked = async (sessionId: string) => {
    const row = await cloud.db
      .selectFrom('sessions')
      .select('booked')
      .where('id', '=', sessionId)
      .executeTakeFirst()
    return row?.booked
  }

  test('is taken by the order, shown on the service, and returned when it is withdrawn or rejected', async () => {
    const { seed, db } = cloud
    const listed = await seed.service()
    const [one, two] = [await order(resident, listed), await order(await seed.resident(), listed)]
    expect(await booked(listed.sessionId)).toBe(2)
    await seed.move(resident, { needId: one, action: 'withdraw' })
    await seed.move(secretary, { needId: two, action: 'reject', note: '那天停电' })
    expect(await booked(listed.sessionId)).toBe(0)
    const feed = await db
      .selectFrom('feed')
      .select('row')
      .where('id', '=', listed.service.id)
      .executeTakeFirst()
    expect(feed?.row).toMatchObject({ version: 5, sessions: [{ booked: 0, capacity: 10 }] })
  })

  test('an order of a service that does not exist, is off the list or full', async () => {
    const { seed } = cloud
    const full = await seed.service({ capacity: 1 })
    await order(resident, full)
    const { categoryCode, id: serviceId } = full.service
    const args = { kind: 'service', categoryCode, serviceId, sessionId: full.sessionId, answers: {} } as const
    expect(await seed.run('need.place', seed.placeArgs(args), resident)).toMatchObject({
      code: 'sessionFull',
    })
    const absent = { ...args, serviceId: newId() }
    expect(await seed.run('need.place', seed.placeArgs(absent), resident)).toMatchObject({ code: 'notFound' })
    await seed.must('service.save', { ...full.service, listed: false })
    expect(await seed.run('need.place', seed.placeArgs(args), resident)).toMatchObject({ code: 'notListed' })
  })
})

test('到期办结: a served need that nobody rated closes by itself after its days', async () => {
  const { seed } = cloud
  const needId = await seed.place(resident, {}, '2026-03-01T00:00:00.000Z')
  const at = (day: number) => `2026-03-0${day}T01:00:00.000Z`
  await seed.move(secretary, { needId, action: 'dispatch', offer: seed.toPool }, at(1))
  await seed.move(member, { needId, action: 'claim' }, at(1))
  await seed.move(member, { needId, action: 'start' }, at(2))
  await seed.move(member, { needId, action: 'finish', note: '好了' }, at(2))
  expect(await closeUnrated(cloud, at(3))).toBe(0)
  expect(await closeUnrated(cloud, '2026-04-01T00:00:00.000Z')).toBe(1)
  expect(await needOf(needId)).toMatchObject({ status: 'closed' })
  const forged = await seed.run('need.move', { needId, action: 'close' }, secretary)
  expect(forged).toMatchObject({ code: 'notAllowed' })
})

test('a need in an area that nobody knows, or that is virtual, is refused', async () => {
  const { seed } = cloud
  const place = (more: object) => seed.run('need.place', seed.placeArgs(more), resident)
  expect(await place({ communityCode: '441704100498', gridCode: undefined })).toMatchObject({
    code: 'unknownArea',
  })
  expect(await place({ communityCode: '441704100777', gridCode: undefined })).toMatchObject({
    code: 'unknownArea',
  })
  expect(await place({ gridCode: `${community}999` })).toMatchObject({ code: 'unknownArea' })
  expect(
    await place({ placedFor: { alias: '黄伯', relation: '邻居', knows: true, personId: newId() } }),
  ).toMatchObject({ code: 'badTarget' })
})
