import type { CommandArgs } from 'domain/commands'
import { plusDays } from 'domain/kernel/time'
import { isLate } from 'domain/need/deadline'
import { escalateLate } from 'domain/need/late'
import type { PlaceArgs } from 'domain/need/place'
import { OPEN_STATUSES } from 'domain/need/status'
import type { Person } from 'domain/person/person'
import { countStaffNeeds } from '../../../cloud/need/figuresRepo'
import { findNeed, listLate } from '../../../cloud/need/needRepo'
import { freshPipeline, type TestPipeline } from '../../support/pipeline'
import { newId } from '../../support/seed'

let cloud: TestPipeline
let secretary: Person
let resident: Person
beforeAll(async () => {
  cloud = await freshPipeline()
  const { seed } = cloud
  await seed.areas()
  ;[secretary, resident] = [await seed.secretary(), await seed.resident()]
})
afterAll(() => cloud.stop())

type Offered = Awaited<ReturnType<TestPipeline['seed']['service']>>

const orderOf = ({ service, sessionId }: Offered, more: Partial<PlaceArgs> = {}) =>
  cloud.seed.placeArgs({
    kind: 'service',
    categoryCode: service.categoryCode,
    serviceId: service.id,
    sessionId,
    answers: {},
    ...more,
  })
const order = (by: Person, offered: Offered, more: Partial<PlaceArgs> = {}) =>
  cloud.seed.run('need.place', orderOf(offered, more), by)
async function ordered(by: Person, offered: Offered) {
  const args = orderOf(offered)
  await cloud.seed.must('need.place', args, by)
  return args.id
}
const told = async (id: string) => {
  const found = await findNeed(cloud.db, id)
  if (!found) throw new Error('no need')
  return found
}
const bookedIn = async (sessionId: string) =>
  (await cloud.db.selectFrom('sessions').select('booked').where('id', '=', sessionId).executeTakeFirst())
    ?.booked
const revisionOf = async (id: string) =>
  (await cloud.db.selectFrom('services').select('revision').where('id', '=', id).executeTakeFirstOrThrow())
    .revision
/** Saves a service, and does what follows. */
async function save(args: CommandArgs<'service.save'>) {
  await cloud.seed.must('service.save', args, secretary)
  await cloud.doEffects()
}

const alias = (name: string) => ({ placedFor: { alias: name, relation: '邻居', knows: true } })

test('nothing is promised any more of an order whose session is taken off', async () => {
  const offered = await cloud.seed.service()
  const needId = await ordered(resident, offered)
  const later = plusDays(offered.service.sessions[0]?.startsAt ?? '', 90)
  const counted = async () => {
    const [figures] = await countStaffNeeds(cloud.db, [offered.service.communityCode], OPEN_STATUSES, later)
    return figures?.late ?? 0
  }
  const before = await counted()
  expect(await listLate(cloud.db, later, 1000)).toContain(needId)
  await save({ ...offered.service, sessions: [], seen: await revisionOf(offered.service.id) })
  const { need, events } = await told(needId)
  expect(events.at(-1)?.action).toBe('reschedule')
  expect(isLate({ need, events }, later)).toBe(false)
  expect(escalateLate(need, events, { now: later, eventId: newId() })).toBeUndefined()
  expect(await listLate(cloud.db, later, 1000)).not.toContain(needId)
  expect(await counted()).toBe(before - 1)
})

describe('one person has one place in a session', () => {
  test('also when they order fifty times at once', async () => {
    const offered = await cloud.seed.service({ capacity: 60 })
    const answers = await Promise.all(Array.from({ length: 50 }, () => order(resident, offered)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    const refused = answers.flatMap((answer) => (answer.ok ? [] : answer.code))
    expect(new Set(refused)).toEqual(new Set(['alreadyBooked']))
    expect(await bookedIn(offered.sessionId)).toBe(1)
  })

  test('and for others as many as they have people, each of them once', async () => {
    const offered = await cloud.seed.service()
    const other = await cloud.seed.resident()
    expect(await order(resident, offered)).toMatchObject({ ok: true })
    // Two of one family name are masked alike, and are two.
    for (const name of ['黄伯', '李小明', '李小红'])
      expect(await order(resident, offered, alias(name))).toMatchObject({ ok: true })
    for (const name of ['黄伯', '李小明', ' 李 小明'])
      expect(await order(resident, offered, alias(name))).toMatchObject({ code: 'alreadyBooked' })
    const account = { placedFor: { alias: '小陈', relation: '邻居', knows: true, personId: other.id } }
    expect(await order(resident, offered, account)).toMatchObject({ ok: true })
    expect(await order(other, offered)).toMatchObject({ code: 'alreadyBooked' })
    expect(await bookedIn(offered.sessionId)).toBe(5)
  })

  test('until they give it back, and in each session one', async () => {
    const [one, another] = [await cloud.seed.service(), await cloud.seed.service()]
    const needId = await ordered(resident, one)
    expect(await order(resident, another)).toMatchObject({ ok: true })
    await cloud.seed.move(resident, { needId, action: 'withdraw' })
    expect(await order(resident, one)).toMatchObject({ ok: true })
    const { rows } = { rows: await told(needId) }
    expect(JSON.stringify(rows)).not.toContain('ookedFor')
  })
})

describe('who has ordered a session', () => {
  test('keeps the time for which they did, and reads the new one where it moves', async () => {
    const offered = await cloud.seed.service()
    const { service, sessionId } = offered
    const needId = await ordered(resident, offered)
    const [was] = service.sessions
    if (!was) throw new Error('no session')
    const now = { ...was, startsAt: plusDays(was.startsAt, 1), endsAt: plusDays(was.endsAt, 1) }
    await save({ ...service, sessions: [now] })
    const { need, events } = await told(needId)
    expect(need).toMatchObject({ status: 'dispatched', whenSpan: { from: was.startsAt, to: was.endsAt } })
    expect(events.at(-1)).toMatchObject({
      action: 'reschedule',
      byId: secretary.id,
      said: {
        from: { from: was.startsAt, to: was.endsAt },
        to: { from: now.startsAt, to: now.endsAt },
      },
    })
    const row = await cloud.db
      .selectFrom('feed')
      .select('row')
      .where('scope', '=', `user:${resident.id}`)
      .where('id', '=', needId)
      .executeTakeFirst()
    expect(row?.row).toMatchObject({ full: { version: 2 } })
    await cloud.seed.move(resident, { needId, action: 'withdraw' })
    expect(await bookedIn(sessionId)).toBe(0)
  })

  test('is told that it is taken off, points nowhere else, and may give the place back', async () => {
    const offered = await cloud.seed.service()
    const { service, sessionId } = offered
    const needId = await ordered(resident, offered)
    const seen = await revisionOf(service.id)
    await save({ ...service, sessions: [], seen })
    const { need, events } = await told(needId)
    expect(events.at(-1)?.action).toBe('reschedule')
    expect(events.at(-1)?.said).not.toHaveProperty('to')
    expect(need.whenSpan?.from).toBe(service.sessions[0]?.startsAt)
    expect(await bookedIn(sessionId)).toBe(undefined)
    expect(await cloud.seed.run('need.move', { needId, action: 'withdraw' }, resident)).toMatchObject({
      ok: true,
    })
  })

  test('has its place when the session that was taken off comes back', async () => {
    const offered = await cloud.seed.service()
    const { service, sessionId } = offered
    const needId = await ordered(resident, offered)
    const seen = await revisionOf(service.id)
    await save({ ...service, sessions: [], seen })
    await save({ ...service, seen: await revisionOf(service.id) })
    expect((await told(needId)).events.at(-1)?.said).toMatchObject({
      from: { from: service.sessions[0]?.startsAt },
      to: { from: service.sessions[0]?.startsAt },
    })
    expect(await bookedIn(sessionId)).toBe(1)
    await cloud.seed.move(resident, { needId, action: 'withdraw' })
    expect(await bookedIn(sessionId)).toBe(0)
  })

  test('hears once of what changed several times before they were told, and of nothing that was undone', async () => {
    const offered = await cloud.seed.service()
    const { service } = offered
    const needId = await ordered(resident, offered)
    const [was] = service.sessions
    if (!was) throw new Error('no session')
    const later = (days: number) => ({
      ...service,
      sessions: [{ ...was, startsAt: plusDays(was.startsAt, days), endsAt: plusDays(was.endsAt, days) }],
    })
    for (const days of [1, 2]) await cloud.seed.must('service.save', later(days), secretary)
    await cloud.doEffects()
    for (const days of [3, 2]) await cloud.seed.must('service.save', later(days), secretary)
    await cloud.doEffects()
    const { events } = await told(needId)
    expect(events.map(({ action }) => action)).toEqual(['place', 'reschedule'])
    expect(events[1]?.said).toMatchObject({ to: { from: plusDays(was.startsAt, 2) } })
  })

  test('hears nothing of what does not concern them, and stays where an older build leaves it out', async () => {
    const offered = await cloud.seed.service()
    const { service, sessionId } = offered
    const needId = await ordered(resident, offered)
    await save({ ...service, title: '修大家电', listed: false })
    await save({ ...service, sessions: [] })
    expect((await told(needId)).events.map(({ action }) => action)).toEqual(['place'])
    expect(await bookedIn(sessionId)).toBe(1)
  })

  test('loses no place: there are never fewer than are booked', async () => {
    const offered = await cloud.seed.service()
    await ordered(resident, offered)
    await ordered(await cloud.seed.resident(), offered)
    const fewer = offered.service.sessions.map((each) => ({ ...each, capacity: 1 }))
    const args = { ...offered.service, sessions: fewer }
    expect(await cloud.seed.run('service.save', args, secretary)).toMatchObject({ code: 'tooFewPlaces' })
  })

  test('is not taken along by a form that did not show them', async () => {
    const offered = await cloud.seed.service()
    const { service, sessionId } = offered
    const seen = await revisionOf(service.id)
    await ordered(resident, offered)
    const unseen = { ...service, sessions: [], seen, booked: { [sessionId]: 0 } }
    expect(await cloud.seed.run('service.save', unseen, secretary)).toMatchObject({
      code: 'changedMeanwhile',
    })
    const shown = { ...unseen, booked: { [sessionId]: 1 } }
    expect(await cloud.seed.run('service.save', shown, secretary)).toMatchObject({ ok: true })
  })
})

test('nobody orders a session at another time than stood on their screen', async () => {
  const offered = await cloud.seed.service()
  const [was] = offered.service.sessions
  if (!was) throw new Error('no session')
  const later = { ...was, startsAt: plusDays(was.startsAt, 1), endsAt: plusDays(was.endsAt, 1) }
  await save({ ...offered.service, sessions: [later] })
  const whenSpan = { from: was.startsAt, to: was.endsAt }
  expect(await order(resident, offered, { whenSpan })).toMatchObject({ code: 'sessionMoved' })
  const now = { from: later.startsAt, to: later.endsAt }
  expect(await order(resident, offered, { whenSpan: now })).toMatchObject({ ok: true })
})

test('orders that are given back while their session moves end one after the other, none in a deadlock', async () => {
  const offered = await cloud.seed.service({ capacity: 30 })
  const people = await Promise.all(Array.from({ length: 12 }, () => cloud.seed.resident()))
  const needIds = await Promise.all(people.map((person) => ordered(person, offered)))
  const [was] = offered.service.sessions
  if (!was) throw new Error('no session')
  const moves = [1, 2, 3].map((days) => {
    const sessions = [{ ...was, startsAt: plusDays(was.startsAt, days), endsAt: plusDays(was.endsAt, days) }]
    return cloud.seed.run('service.save', { ...offered.service, sessions }, secretary)
  })
  const back = people.map((person, index) =>
    cloud.seed.run('need.move', { needId: needIds[index] ?? '', action: 'withdraw' }, person),
  )
  const during = cloud.doEffects()
  const answers = await Promise.all([...moves, ...back])
  await during
  await cloud.doEffects()
  expect(answers.filter(({ ok }) => !ok)).toEqual([])
  expect(await bookedIn(offered.sessionId)).toBe(0)
})
