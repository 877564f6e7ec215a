import type { Person } from 'domain/person/person'
import { freshPipeline, type TestPipeline } from '../../support/pipeline'
import { community, elsewhere } from '../../support/seed'

let cloud: TestPipeline
beforeAll(async () => {
  cloud = await freshPipeline()
  await cloud.seed.areas()
})
afterAll(() => cloud.stop())

/** How a need stands in a scope: `full`, `summary`, gone (a tombstone), or never there. */
async function seen(needId: string, scope: string) {
  const row = await cloud.db
    .selectFrom('feed')
    .select('row')
    .where('scope', '=', scope)
    .where('id', '=', needId)
    .executeTakeFirst()
  if (!row) return 'never'
  const said = row.row as unknown as object | null
  if (!said) return 'gone'
  return 'full' in said ? 'full' : 'summary'
}

async function audience(needId: string, people: Record<string, Person>) {
  const scopes = {
    public: community,
    staff: `${community}:staff`,
    pool: `${community}:pool`,
    otherStaff: `${elsewhere}:staff`,
    ...Object.fromEntries(Object.entries(people).map(([who, { id }]) => [who, `user:${id}`])),
  }
  const found: Record<string, string> = {}
  for (const [who, scope] of Object.entries(scopes)) found[who] = await seen(needId, scope)
  return found
}

test('[S10] what each audience finds of a public need, step by step', async () => {
  const { seed } = cloud
  const [requester, invited, holder, secretary] = [
    await seed.resident(),
    await seed.member(),
    await seed.member(),
    await seed.secretary(),
  ]
  const people = { requester, invited, holder }
  const needId = await seed.place(requester)
  const nobodyElse = {
    public: 'never',
    pool: 'never',
    otherStaff: 'never',
    invited: 'never',
    holder: 'never',
  }
  expect(await audience(needId, people)).toEqual({ ...nobodyElse, staff: 'full', requester: 'full' })

  await seed.move(secretary, { needId, action: 'dispatch', offer: seed.offerTo(invited, holder) })
  const offered = { ...nobodyElse, staff: 'full', requester: 'full', public: 'summary' }
  expect(await audience(needId, people)).toEqual({ ...offered, invited: 'summary', holder: 'summary' })

  await seed.move(holder, { needId, action: 'claim' })
  expect(await audience(needId, people)).toEqual({ ...offered, invited: 'summary', holder: 'full' })

  await seed.move(holder, { needId, action: 'start' })
  await seed.move(holder, { needId, action: 'finish', note: '好了' })
  const after = { ...offered, invited: 'gone', holder: 'summary' }
  expect(await audience(needId, people)).toEqual(after)

  await seed.move(requester, { needId, action: 'rate', score: 3 })
  expect(await audience(needId, people)).toEqual(after)
})

test('a need that is for those it is offered to never reaches the public, and leaves the pool when it is full', async () => {
  const { seed } = cloud
  const [requester, holder, secretary] = [await seed.resident(), await seed.member(), await seed.secretary()]
  const needId = await seed.place(requester, { categoryCode: 'help-hardship', answers: {}, headcount: 1 })
  await seed.move(secretary, { needId, action: 'dispatch', offer: seed.toPool })
  expect(await audience(needId, { holder })).toMatchObject({
    public: 'never',
    pool: 'summary',
    holder: 'never',
  })
  await seed.move(holder, { needId, action: 'claim' })
  expect(await audience(needId, { holder })).toMatchObject({ public: 'never', pool: 'gone', holder: 'full' })
  await seed.move(holder, { needId, action: 'release', note: '临时有事' })
  expect(await audience(needId, { holder })).toMatchObject({
    public: 'never',
    pool: 'summary',
    holder: 'gone',
  })
})

test.each(['reject', 'withdraw'] as const)('after %s the public finds a tombstone', async (action) => {
  const { seed } = cloud
  const [requester, secretary] = [await seed.resident(), await seed.secretary()]
  const needId = await seed.place(requester)
  await seed.move(secretary, { needId, action: 'dispatch', offer: seed.toPool })
  await seed.move(action === 'reject' ? secretary : requester, { needId, action, note: '不用了' })
  expect(await audience(needId, { requester })).toMatchObject({
    public: 'gone',
    pool: 'gone',
    staff: 'full',
    requester: 'full',
  })
})

test('[S14] no contact data, no person’s id in public rows, no original words of a sensitive need', async () => {
  const { seed, db } = cloud
  const [requester, holder, secretary] = [await seed.resident(), await seed.member(), await seed.secretary()]
  const contact = { name: '李大文', phone: '13877778888', address: '湖东路七号三楼' }
  const needId = await seed.place(requester, {
    kind: 'wish',
    categoryCode: 'wish-study',
    answers: { grade: '一至三年级' },
    words: '我在同学家看过两本，想要一整套连环画',
    alias: '三年级学生',
    contact,
  })
  const offer = seed.toPool
  await seed.move(secretary, { needId, action: 'dispatch', offer, publicText: '想要一套连环画' })
  await seed.move(holder, { needId, action: 'claim' })
  const rows = await db.selectFrom('feed').selectAll().execute()
  const everything = JSON.stringify(rows)
  for (const secret of Object.values(contact)) expect(everything).not.toContain(secret)
  const open = rows.filter(({ scope }) => scope === community || scope.endsWith(':pool'))
  const text = JSON.stringify(open)
  for (const hidden of [requester.id, holder.id, secretary.id, '同学家', '一至三年级'])
    expect(text).not.toContain(hidden)
  expect(text).toContain('想要一套连环画')
  const kept = await db.selectFrom('contacts').selectAll().execute()
  const bytes = Buffer.concat(kept.map((each) => each.sealed))
  for (const secret of Object.values(contact)) expect(bytes.includes(secret)).toBe(false)
})
