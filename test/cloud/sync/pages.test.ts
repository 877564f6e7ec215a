import type { QueryResult, UnknownRow } from 'kysely'
import { sql } from 'kysely'
import type { Db } from '../../../cloud/db/pool'
import { openPages } from '../../../cloud/sync/pages'
import { freshPipeline, type TestPipeline } from '../../support/pipeline'
import { community, district } from '../../support/seed'

let cloud: TestPipeline
/** Rows of feeds that the database has given so far. */
let given: number
let counted: Db
/** What the database's next answer waits for. */
let held: Promise<void> | undefined
beforeAll(async () => {
  cloud = await freshPipeline()
  await cloud.seed.areas()
  counted = cloud.db.withPlugin({
    transformQuery: ({ node }) => node,
    async transformResult({ result }): Promise<QueryResult<UnknownRow>> {
      const before = held
      held = undefined
      await before
      given += result.rows.filter(({ row }) => row).length
      return result
    },
  })
})
beforeEach(() => {
  given = 0
})
afterAll(() => cloud.stop())

const fromStart = [community, district].map((scope) => ({ scope, after: 0 }))

async function dispatched(count: number) {
  const { seed } = cloud
  const [resident, secretary] = [await seed.resident(), await seed.secretary()]
  for (let n = 0; n < count; n++) {
    const needId = await seed.place(resident)
    await seed.move(secretary, { needId, action: 'dispatch', offer: seed.toPool })
  }
}

test('[S8] what everybody asks for is read once, also when all ask at the same time', async () => {
  await dispatched(3)
  const read = openPages(counted)
  const first = await Promise.all(Array.from({ length: 40 }, () => read(fromStart)))
  const rows = first[0]?.reduce((sum, { page }) => sum + page.count, 0) ?? 0
  expect(rows).toBeGreaterThan(3)
  expect(given).toBe(rows)
  for (const each of first) expect(each).toEqual(first[0])
  expect(await read(fromStart)).toEqual(first[0])
  expect(given).toBe(rows)
})

test('[S7] as soon as a counter has moved, its scope is read anew, and no other', async () => {
  const read = openPages(counted)
  const [before, areas] = await read(fromStart)
  given = 0
  await dispatched(1)
  const [after, sameAreas] = await read(fromStart)
  expect(after?.head).toBe((before?.head ?? 0) + 1)
  expect(given).toBe(after?.page.count)
  expect(after?.page.count).toBe((before?.page.count ?? 0) + 1)
  expect(sameAreas).toEqual(areas)
})

test('where nothing is new, nobody waits for what another reads', async () => {
  const read = openPages(counted)
  const [first] = await read(fromStart)
  const atHead = [{ scope: community, after: first?.head ?? 0 }]
  await read(atHead)
  let release = () => {}
  held = new Promise((resolve) => {
    release = resolve
  })
  const long = read(atHead)
  await new Promise((resolve) => setImmediate(resolve))
  const two = [long, read(atHead)]
  await Promise.race(two)
  release()
  await Promise.all(two)
}, 5_000)

test('a page that could not be read is no reason for others to fail', async () => {
  const read = openPages(counted)
  await sql`alter table feed rename to feed_away`.execute(cloud.db)
  await expect(read(fromStart)).rejects.toThrow()
  await sql`alter table feed_away rename to feed`.execute(cloud.db)
  expect((await read(fromStart))[0]?.page.count).toBeGreaterThan(0)
})

test('what is one person’s own is not remembered', async () => {
  const { seed } = cloud
  const resident = await seed.resident()
  await seed.place(resident)
  const read = openPages(counted)
  const own = [{ scope: `user:${resident.id}`, after: 0 }]
  await read(own)
  given = 0
  await read(own)
  expect(given).toBe(2) // the person and the need
})

test('a long page is remembered by what it is squeezed', async () => {
  await dispatched(12)
  const home = fromStart.slice(0, 1)
  const [at] = await openPages(counted)(home)
  const rows = at?.page.rows
  if (rows === undefined || typeof rows === 'string') throw new Error('it is not squeezed')
  expect(rows.blocks.length).toBeLessThan(rows.length / 4)
  const read = openPages(counted, { rememberedMax: rows.length / 2 })
  await read(home)
  given = 0
  await read(home)
  expect(given).toBe(0)
})

test('whoever makes up cursors fills no more memory than there is for pages', async () => {
  const read = openPages(counted, { rememberedMax: 10_000 })
  await read(fromStart)
  given = 0
  await read(fromStart)
  expect(given).toBe(0)
  for (let after = 1; after <= 12; after++) await read([{ scope: community, after }])
  const before = given
  await read(fromStart)
  expect(given).toBeGreaterThan(before)
})
