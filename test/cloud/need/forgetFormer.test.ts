import { userScope } from 'domain/kernel/scope'
import { plusDays } from 'domain/kernel/time'
import type { MoveArgs } from 'domain/need/moves'
import type { Person } from 'domain/person/person'
import { forgetFormer } from '../../../cloud/need/forgetFormer'
import { readNeed } from '../../../cloud/need/readNeeds'
import { freshPipeline, type TestPipeline } from '../../support/pipeline'
import { nowText } from '../../support/seed'

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

/** What stands in somebody's own scope of a need. */
async function ownRow(person: Person, id: string) {
  const feed = cloud.db.selectFrom('feed').select('row').where('id', '=', id)
  const found = await feed.where('scope', '=', userScope(person.id)).executeTakeFirst()
  return found?.row as { summary?: object; full?: object; mine?: object } | null | undefined
}

async function held() {
  const { seed } = cloud
  const needId = await seed.place(resident, { words: '客厅灯不亮了。我家门口有狗' })
  await seed.move(secretary, { needId, action: 'dispatch', offer: seed.offerTo(member) })
  await seed.move(member, { needId, action: 'claim' })
  return needId
}

test.each<[string, (needId: string) => MoveArgs, () => Person, string | undefined]>([
  [
    'withdraw',
    (needId) => ({ needId, action: 'withdraw', note: '自己修好了' }),
    () => resident,
    '自己修好了',
  ],
  ['withdraw', (needId) => ({ needId, action: 'withdraw' }), () => resident, undefined],
  [
    'dispatch',
    (needId) => ({ needId, action: 'dispatch', offer: cloud.seed.offerTo(other), note: '换电工来' }),
    () => secretary,
    '换电工来',
  ],
])(
  'who held a need sees for seven days that it ended by %s, and why, and nothing private',
  async (action, move, by, note) => {
    const needId = await held()
    await cloud.seed.move(by(), move(needId))
    const row = await ownRow(member, needId)
    expect(row).toMatchObject({ mine: { as: ['former'], ended: { action } } })
    expect(row?.mine).toEqual({ as: ['former'], ended: expect.objectContaining(note ? { note } : {}) })
    expect(row?.full).toBeUndefined()
    expect(JSON.stringify(row)).not.toContain('门口有狗')
    expect(await readNeed(cloud.db, needId, member, nowText())).toEqual(row) // by its address too

    // By its address no longer, whether or not the job has run; what any visitor may read they read like them.
    const later = readNeed(cloud.db, needId, member, plusDays(nowText(), 8)).catch(({ code }) => code)
    expect(await later).toEqual(action === 'withdraw' ? 'notFound' : { summary: expect.anything() })

    await forgetFormer(cloud, plusDays(nowText(), 6))
    expect(await ownRow(member, needId)).toEqual(row)
    expect(await forgetFormer(cloud, plusDays(nowText(), 8))).toBe(1)
    expect(await ownRow(member, needId)).toBe(null)
    expect(await forgetFormer(cloud, plusDays(nowText(), 9))).toBe(0)
  },
)

test('who is rejected after part of the places were taken is told, and who hands back is not', async () => {
  const { seed } = cloud
  const needId = await seed.place(resident, { headcount: 2 })
  await seed.move(secretary, { needId, action: 'dispatch', offer: seed.toPool })
  await seed.move(member, { needId, action: 'claim' })
  await seed.move(other, { needId, action: 'claim' })
  await seed.move(other, { needId, action: 'release', note: '来不了' })
  await seed.move(secretary, { needId, action: 'reject', note: '归供电所管，打 95598' })
  expect(await ownRow(member, needId)).toMatchObject({
    mine: { as: ['former'], ended: { action: 'reject', note: '归供电所管，打 95598' } },
  })
  expect(await ownRow(other, needId)).toBe(null)
  await forgetFormer(cloud, plusDays(nowText(), 8))
})

test('who takes it on again is its holder, and nobody’s former', async () => {
  const needId = await held()
  const { seed } = cloud
  await seed.move(secretary, { needId, action: 'dispatch', offer: seed.toPool })
  await seed.move(member, { needId, action: 'claim' })
  expect((await ownRow(member, needId))?.mine).toEqual({ as: ['holder'] })
})
