import type { MoveArgs } from 'domain/need/moves'
import { activeAssignments } from 'domain/need/need'
import type { Person } from 'domain/person/person'
import { findNeed } from '../../../cloud/need/needRepo'
import { freshPipeline, type TestPipeline } from '../../support/pipeline'

let cloud: TestPipeline
let resident: Person
let secretary: Person
let member: Person
let other: Person
beforeAll(async () => {
  cloud = await freshPipeline()
  const { seed } = cloud
  await seed.areas()
  ;[resident, secretary] = [await seed.resident(), await seed.secretary()]
  ;[member, other] = [await seed.member(), await seed.member()]
})
afterAll(() => cloud.stop())

const holdersOf = async (id: string) => {
  const told = await findNeed(cloud.db, id)
  return told && activeAssignments(told.need).map((each) => each.personId)
}

/** On offer to the hall, and taken on after the screen of somebody else was drawn. */
async function claimedMeanwhile() {
  const { seed } = cloud
  const needId = await seed.place(resident)
  await seed.move(secretary, { needId, action: 'dispatch', offer: seed.toPool, headcount: 2 })
  const seen = { version: 2, own: [] }
  await seed.move(member, { needId, action: 'claim' })
  return { needId, seen }
}

describe('[S16] a step from a screen that is older than a claim', () => {
  test.each<[string, (needId: string) => MoveArgs, () => Person]>([
    [
      'dispatch',
      (needId) => ({ needId, action: 'dispatch', offer: cloud.seed.offerTo(other) }),
      () => secretary,
    ],
    ['reject', (needId) => ({ needId, action: 'reject', note: '归供电所管' }), () => secretary],
    ['resize', (needId) => ({ needId, action: 'resize', headcount: 1 }), () => secretary],
    ['withdraw', (needId) => ({ needId, action: 'withdraw', note: '修好了' }), () => resident],
  ])('%s changes nothing, and is taken once the claim was seen', async (_, moveOf, who) => {
    const { needId, seen } = await claimedMeanwhile()
    const stale = await cloud.seed.run('need.move', { ...moveOf(needId), seen }, who())
    expect(stale).toMatchObject({ ok: false, code: 'statusChanged' })
    expect(await holdersOf(needId)).toEqual([member.id])
    const anew = { ...moveOf(needId), seen: { version: 3, own: [] } }
    expect(await cloud.seed.run('need.move', anew, who())).toMatchObject({ ok: true })
  })

  test('merge changes nothing', async () => {
    const { needId, seen } = await claimedMeanwhile()
    const targetId = await cloud.seed.place(resident)
    await cloud.seed.move(member, { needId, action: 'release', note: '来不了' })
    const args = { needId, action: 'merge', targetId, seen } as const
    expect(await cloud.seed.run('need.move', args, secretary)).toMatchObject({ code: 'statusChanged' })
  })

  test('is taken as it was from an older build, which does not say what it showed', async () => {
    const { needId } = await claimedMeanwhile()
    const args = { needId, action: 'dispatch', offer: cloud.seed.offerTo(other) } as const
    expect(await cloud.seed.run('need.move', args, secretary)).toMatchObject({ ok: true })
  })
})

test('[S16] words and reminders of others stop no step', async () => {
  const { seed } = cloud
  const needId = await seed.place(resident)
  await seed.move(resident, { needId, action: 'add', note: '带一把梯子' })
  await seed.move(resident, { needId, action: 'urge' })
  const offer = seed.toPool
  const args: MoveArgs = { needId, action: 'dispatch', offer, seen: { version: 1, own: [] } }
  expect(await seed.run('need.move', args, secretary)).toMatchObject({ ok: true })
  const { events } = (await findNeed(cloud.db, needId)) ?? { events: [] }
  expect(events.at(-1)?.said).toEqual({ offer }) // what a screen showed is no part of the timeline
})

test('[S16] of two windows that dispatch at the same moment one is refused', async () => {
  const { seed } = cloud
  const needId = await seed.place(resident)
  const seen = { version: 1, own: [] }
  const answers = await Promise.all(
    [member, other].map((to) =>
      seed.run('need.move', { needId, action: 'dispatch', offer: seed.offerTo(to), seen }, secretary),
    ),
  )
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
})
