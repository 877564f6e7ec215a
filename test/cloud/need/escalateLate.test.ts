import { plusMinutes } from 'domain/kernel/time'
import { deadlineOf, isLate } from 'domain/need/deadline'
import { escalateLate as lateStep } from 'domain/need/late'
import type { Person } from 'domain/person/person'
import { escalateLate } from '../../../cloud/need/escalateLate'
import { findNeed, listLate } from '../../../cloud/need/needRepo'
import { startCloud, type TestCloud } from '../../support/cloud'
import { nowText } from '../../support/seed'

let cloud: TestCloud
let second: TestCloud
let secretary: Person
let resident: Person
beforeAll(async () => {
  cloud = await startCloud()
  second = await startCloud({ beside: cloud })
  await cloud.seed.areas()
  secretary = await cloud.seed.secretary()
  resident = await cloud.seed.resident()
})
afterAll(async () => {
  await second.stop()
  await cloud.stop()
})

const placedAt = nowText()
/** help-power promises somebody within the hour. */
const minute = (n: number) => plusMinutes(placedAt, n)
const place = () => cloud.seed.place(resident, {}, placedAt)
async function seen(needId: string, by = resident) {
  const { body } = await cloud.ask('GET', `/api/needs/${needId}`, { token: await cloud.loginAs(by.id) })
  const lines = (body.events as { action: string; byName: string; note?: string }[]).filter(
    ({ action }) => action === 'escalate',
  )
  return { escalated: body.full.escalated as boolean, lines }
}

test('a promise that is not kept goes to the next level up in its 61st minute, and the resident reads it', async () => {
  const needId = await place()
  expect(await escalateLate(cloud.context, minute(60))).toBe(0)
  expect(await escalateLate(cloud.context, minute(61))).toBe(1)
  expect(await seen(needId)).toMatchObject({
    escalated: true,
    lines: [{ byName: '系统', note: '到了承诺的时间还没有找到人，已请上一级跟进' }],
  })
  expect(await escalateLate(cloud.context, minute(62))).toBe(0)
  const above = await cloud.ask('GET', '/api/staff/needs', {
    token: await cloud.loginAs((await cloud.seed.coordinator()).id),
  })
  const row = above.body.rows.find(({ full }: { full: { id: string } }) => full.id === needId)
  expect(row.full.escalated).toBe(true)
})

test('however many servers look at once, each missed promise is told once', async () => {
  const needs = await Promise.all(Array.from({ length: 10 }, place))
  const counts = await Promise.all(
    [cloud, second, cloud, second].map(({ context }) => escalateLate(context, minute(70))),
  )
  expect(counts.reduce((sum, each) => sum + each)).toBe(10)
  for (const needId of needs) expect((await seen(needId)).lines).toHaveLength(1)
})

test('one that was escalated by hand has both lines; one that is done again is promised anew', async () => {
  const needId = await place()
  await cloud.seed.move(secretary, { needId, action: 'escalate', note: '请关注' }, minute(5))
  await escalateLate(cloud.context, minute(80))
  expect((await seen(needId)).lines.map(({ byName }) => byName)).toEqual([secretary.displayName, '系统'])
  const member = await cloud.seed.member()
  await cloud.seed.move(secretary, { needId, action: 'dispatch', offer: cloud.seed.toPool }, minute(90))
  await cloud.seed.move(member, { needId, action: 'claim' }, minute(91))
  await cloud.seed.move(member, { needId, action: 'start' }, minute(92))
  await cloud.seed.move(member, { needId, action: 'finish', note: '好了' }, minute(93))
  await cloud.seed.move(resident, { needId, action: 'reopen', note: '还是不亮' }, minute(94))
  expect((await seen(needId)).escalated).toBe(false)
  expect(await escalateLate(cloud.context, minute(94 + 60))).toBe(0)
  expect(await escalateLate(cloud.context, minute(94 + 61))).toBe(1)
  expect(await seen(needId)).toMatchObject({ escalated: true, lines: { length: 3 } })
})

test('what is not done in time is told on its own', async () => {
  const needId = await place()
  const member = await cloud.seed.member()
  await cloud.seed.move(secretary, { needId, action: 'dispatch', offer: cloud.seed.toPool }, minute(9))
  await cloud.seed.move(member, { needId, action: 'claim' }, minute(10))
  const { body } = await cloud.ask('GET', `/api/needs/${needId}`, { token: await cloud.loginAs(resident.id) })
  await escalateLate(cloud.context, body.full.finishBy)
  expect((await seen(needId)).lines).toEqual([])
  await escalateLate(cloud.context, plusMinutes(body.full.finishBy, 1))
  expect((await seen(needId)).lines).toMatchObject([{ note: '到了承诺的时间还没有办好，已请上一级跟进' }])
})

test.each([
  [],
  ['dispatch'],
  ['dispatch', 'claim'],
  ['dispatch', 'claim', 'start'],
  ['dispatch', 'claim', 'start', 'finish'],
] as const)('after %j %s %s %s what lists call late is what is found, and escalated', async (...steps) => {
  const needId = await place()
  const member = await cloud.seed.member()
  for (const action of steps) {
    if (action === 'dispatch')
      await cloud.seed.move(secretary, { needId, action, offer: cloud.seed.toPool }, minute(1))
    else if (action === 'finish') await cloud.seed.move(member, { needId, action, note: '好了' }, minute(4))
    else await cloud.seed.move(member, { needId, action }, minute(2))
  }
  const told = await findNeed(cloud.db, needId)
  if (!told) throw new Error('It was placed.')
  const { need, events } = told
  const moments = [need.respondBy, need.finishBy].flatMap((until) =>
    [-1, 0, 1 / 60_000, 1].map((minutes) => plusMinutes(until, minutes)),
  )
  for (const now of moments) {
    const late = isLate({ need }, now)
    expect([now, (await listLate(cloud.db, now, 1000)).includes(needId)]).toEqual([now, late])
    expect([now, lateStep(need, events, { now, eventId: needId }) !== undefined]).toEqual([now, late])
  }
  expect(moments.some((now) => isLate({ need }, now))).toBe(deadlineOf({ need }) !== undefined)
})
