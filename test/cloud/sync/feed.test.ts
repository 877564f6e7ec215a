import { termOf } from 'domain/kernel/checksum'
import type { Person } from 'domain/person/person'
import { freshPipeline, type TestPipeline } from '../../support/pipeline'
import { community, district } from '../../support/seed'

let cloud: TestPipeline
beforeAll(async () => {
  cloud = await freshPipeline()
  await cloud.seed.areas()
})
afterAll(() => cloud.stop())

/** What the rows of the feed say of each scope, beside what its counter says. */
async function checksums() {
  const rows = await cloud.db.selectFrom('feed').selectAll().where('row', 'is not', null).execute()
  const scopes = await cloud.db.selectFrom('scopes').select(['scope', 'count', 'sum']).execute()
  const added = new Map(scopes.map(({ scope }) => [scope, { scope, count: 0, sum: 0 }]))
  for (const { scope, entity, id, number } of rows) {
    const of = added.get(scope)
    if (!of) throw new Error(`${scope} has no counter`)
    of.count += 1
    of.sum = (of.sum + termOf(entity, id, number)) >>> 0
  }
  return { kept: scopes, added: [...added.values()] }
}

test('[S6] numbers have no gaps and are taken in commit order, however many write at once', async () => {
  const { seed, db, heard } = cloud
  const secretaries = [await seed.secretary(), await seed.secretary()]
  const people: Person[] = []
  for (let i = 0; i < 12; i++) people.push(await seed.member())
  let watching = true
  const seen: number[] = []
  const watch = (async () => {
    // Who reads the counter first and the rows after it must find every number up to it.
    while (watching) {
      const { rows } = await cloud.db
        .transaction()
        .setIsolationLevel('repeatable read')
        .execute(async (tx) => {
          const counter = await tx
            .selectFrom('scopes')
            .select('number')
            .where('scope', '=', `${community}:staff`)
            .executeTakeFirst()
          const newest = await tx
            .selectFrom('feed')
            .select('number')
            .where('scope', '=', `${community}:staff`)
            .orderBy('number', 'desc')
            .limit(1)
            .execute()
          return { rows: [counter?.number ?? 0, newest[0]?.number ?? 0] }
        })
      expect(rows[0]).toBe(rows[1])
      seen.push(rows[0] ?? 0)
    }
  })()
  await Promise.all(
    people.map(async (person, index) => {
      for (let i = 0; i < 4; i++) {
        const needId = await seed.place(person)
        const secretary = secretaries[index % 2]
        if (secretary) await seed.move(secretary, { needId, action: 'dispatch', offer: seed.toPool })
        const taker = people[(index + 1) % people.length]
        if (taker) await seed.run('need.move', { needId, action: 'claim' }, taker)
      }
    }),
  )
  watching = false
  await watch
  expect([...seen].sort((a, b) => a - b)).toEqual(seen)

  const scopes = await db.selectFrom('scopes').selectAll().execute()
  for (const { scope, number } of scopes) {
    const rows = await db.selectFrom('feed').select('number').where('scope', '=', scope).execute()
    const numbers = rows.map((each) => each.number)
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(Math.max(...numbers)).toBe(number)
  }
  // One number for one changed row: what the commands said they moved adds up to the counters.
  const staff = `${community}:staff`
  const told = heard.flatMap(({ numbers }) => numbers[staff] ?? []).sort((a, b) => a - b)
  const counter = scopes.find(({ scope }) => scope === staff)?.number ?? 0
  expect(told).toEqual(Array.from({ length: counter }, (_, index) => index + 1))
  const { kept, added } = await checksums()
  expect(kept).toEqual(added)
}, 60_000)

test('[S11] count and sum of a scope are those of its rows, whatever comes, changes, goes and comes back', async () => {
  const { seed } = cloud
  const [resident, secretary, member] = [await seed.resident(), await seed.secretary(), await seed.member()]
  const needId = await seed.place(resident)
  await seed.move(secretary, { needId, action: 'dispatch', offer: seed.toPool })
  await seed.move(member, { needId, action: 'claim' })
  await seed.move(member, { needId, action: 'release', note: '临时有事' })
  await seed.must('person.save', { ...member, grants: [{ role: 'resident', area: community }] })
  await seed.must('person.save', member)
  const { kept, added } = await checksums()
  expect(kept).toEqual(added)
  expect(added.filter(({ count }) => count > 0).length).toBeGreaterThan(3)
})

test('a change of several rows in one scope takes as many numbers', async () => {
  const { seed, heard } = cloud
  const [one, two, secretary] = [await seed.resident(), await seed.resident(), await seed.secretary()]
  const [target, source] = [await seed.place(one), await seed.place(two)]
  const before = heard.at(-1)?.numbers[`${community}:staff`] ?? 0
  await seed.move(secretary, { needId: source, action: 'merge', targetId: target })
  expect(heard.at(-1)?.numbers[`${community}:staff`]).toBe(before + 2)
})

test('a person whose rights change leaves the staff scopes where they no longer help', async () => {
  const { seed, db, heard } = cloud
  const member = await seed.member()
  const staff = `${community}:staff`
  const rowIn = (scope: string) =>
    db
      .selectFrom('feed')
      .select('row')
      .where('scope', '=', scope)
      .where('id', '=', member.id)
      .executeTakeFirst()
  expect((await rowIn(staff))?.row).toMatchObject({ id: member.id })
  await seed.must('person.save', { ...member, grants: [{ role: 'resident', area: community }] })
  expect(await rowIn(staff)).toEqual({ row: null })
  expect(heard.at(-1)?.rights).toEqual([member.id])
  await seed.must('person.save', { ...member, grants: [{ role: 'resident', area: community }], capacity: 9 })
  expect(heard.at(-1)?.rights).toEqual([])
})

test('virtual communities stand in no picker', async () => {
  const { seed, db } = cloud
  await seed.must('area.save', { code: '441704100498', name: '农场虚拟社区' })
  const rows = await db.selectFrom('feed').select('id').where('scope', '=', district).execute()
  expect(rows.map((each) => each.id)).not.toContain('441704100498')
})
