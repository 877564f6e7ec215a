import type { Person } from 'domain/person/person'
import { freshPipeline, type TestPipeline } from '../../support/pipeline'

let cloud: TestPipeline
let members: Person[]
beforeAll(async () => {
  cloud = await freshPipeline()
  await cloud.seed.areas()
  members = []
  for (let i = 0; i < 50; i++) members.push(await cloud.seed.member())
})
afterAll(() => cloud.stop())

async function race(headcount: number) {
  const { seed, db } = cloud
  const needId = await seed.place(await seed.resident(), { headcount })
  await seed.move(await seed.secretary(), { needId, action: 'dispatch', offer: seed.toPool })
  const answers = await Promise.all(
    members.map((member) => seed.run('need.move', { needId, action: 'claim' }, member)),
  )
  const active = await db
    .selectFrom('assignments')
    .select('slot')
    .where('needId', '=', needId)
    .where('active', '=', true)
    .execute()
  return {
    winners: answers.filter((each) => each.ok).length,
    told: [...new Set(answers.flatMap((each) => (each.ok ? [] : each.code)))],
    slots: active.map((each) => each.slot).sort(),
  }
}

test('fifty claim at once, twenty times over: exactly as many win as were asked for, and each loser is told', async () => {
  for (let i = 0; i < 10; i++) {
    expect(await race(1)).toEqual({ winners: 1, told: ['alreadyTaken'], slots: [1] })
    expect(await race(3)).toEqual({ winners: 3, told: ['alreadyTaken'], slots: [1, 2, 3] })
  }
}, 120_000)

test('losers of a need that the public never saw are told the same', async () => {
  const { seed } = cloud
  const [one, two, ...rest] = members
  if (!one || !two) throw new Error('members')
  const hidden = { categoryCode: 'help-hardship', headcount: 1, answers: {} }
  const needId = await seed.place(await seed.resident(), hidden)
  await seed.move(await seed.secretary(), { needId, action: 'dispatch', offer: seed.toPool })
  await seed.move(one, { needId, action: 'claim' })
  expect(await seed.run('need.move', { needId, action: 'claim' }, two)).toMatchObject({
    code: 'alreadyTaken',
  })
  expect(rest).toHaveLength(48)
})

test('the last place of a session goes to one', async () => {
  const { seed, db } = cloud
  const { service, sessionId } = await seed.service({ capacity: 12, reserved: 10 })
  const order = {
    kind: 'service',
    categoryCode: service.categoryCode,
    serviceId: service.id,
    sessionId,
  } as const
  const answers = await Promise.all(
    members
      .slice(0, 20)
      .map((member) => seed.run('need.place', seed.placeArgs({ ...order, answers: {} }), member)),
  )
  expect(answers.filter((each) => each.ok)).toHaveLength(2)
  expect(new Set(answers.flatMap((each) => (each.ok ? [] : each.code)))).toEqual(new Set(['sessionFull']))
  const session = await db
    .selectFrom('sessions')
    .select('booked')
    .where('id', '=', sessionId)
    .executeTakeFirst()
  expect(session?.booked).toBe(2)
})
