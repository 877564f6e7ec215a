import type { Cursor, SyncAnswer } from 'domain/kernel/protocol'
import { plusDays } from 'domain/kernel/time'
import type { Person } from 'domain/person/person'
import { sql } from 'kysely'
import { compactFeeds } from '../../../cloud/sync/compact'
import { openPages } from '../../../cloud/sync/pages'
import { pull as pullPage } from '../../../cloud/sync/pull'
import { startCloud, type TestCloud } from '../../support/cloud'
import { community, newId, nowText } from '../../support/seed'

let cloud: TestCloud
let resident: Person
let token: string
beforeAll(async () => {
  cloud = await startCloud()
  await cloud.seed.areas()
  resident = await cloud.seed.resident()
  token = await cloud.loginAs(resident.id)
})
afterAll(() => cloud.stop())

/** A need that was public and no longer is. */
async function comeAndGone(): Promise<string> {
  const { seed } = cloud
  const secretary = await seed.secretary()
  const needId = await seed.place(resident)
  await seed.move(secretary, { needId, action: 'dispatch', offer: seed.toPool })
  await seed.move(resident, { needId, action: 'withdraw' })
  return needId
}

async function pull(number: number) {
  const { rows } = await cloud
    .ask('POST', '/api/sync', {
      token,
      body: {
        protocol: 2,
        device: newId(),
        push: [],
        cursors: number > 0 ? { [community]: { epoch: cloud.context.instance.epoch, number } } : {},
      },
    })
    .then(({ body }) => ({ rows: body }))
  return rows.changes[community] ?? { reset: false, rows: [] }
}

const counter = () =>
  cloud.db.selectFrom('scopes').selectAll().where('scope', '=', community).executeTakeFirstOrThrow()

test('[S7] what is long gone is forgotten, and a phone from before that takes the scope anew', async () => {
  const first = await comeAndGone()
  const from = (await counter()).number
  const second = await comeAndGone()
  const before = await counter()
  expect((await pull(from)).rows).toMatchObject([{ id: second }])

  expect(await compactFeeds(cloud.db, nowText())).toBe(0)
  expect(await compactFeeds(cloud.db, plusDays(nowText(), 31))).toBeGreaterThan(2)
  const kept = await cloud.db.selectFrom('feed').select('id').where('id', 'in', [first, second]).execute()
  expect(kept).toHaveLength(6) // with their requester and the staff of community and grid
  expect(await counter()).toEqual({ ...before, compacted: before.number })
  expect(await pull(from)).toMatchObject({ reset: true, cursor: { number: before.number } })
  expect(await pull(before.number)).toEqual({ reset: false, rows: [] })
  expect(await compactFeeds(cloud.db, plusDays(nowText(), 31))).toBe(0)
})

/** One page of two rows; from the beginning where no cursor is given. */
async function page(cursor?: Cursor) {
  const { epoch } = cloud.context.instance
  const cursors = cursor ? { [community]: cursor } : {}
  const { changes, done } = await pullPage(
    openPages(cloud.db, { pageRows: 2 }),
    epoch,
    [community],
    cursors,
    2,
  )
  const text = changes.join('') // so few rows stay texts
  const news = (JSON.parse(text) as SyncAnswer['changes'])[community]
  return { done, reset: news?.reset, rows: news?.rows ?? [], cursor: news?.cursor ?? cursor }
}

async function publicNeed(): Promise<string> {
  const needId = await cloud.seed.place(resident)
  await cloud.seed.move(await cloud.seed.secretary(), {
    needId,
    action: 'dispatch',
    offer: cloud.seed.toPool,
  })
  return needId
}

test('[S7] a first pull of many pages ends, though something was forgotten above the first of them', async () => {
  const there: string[] = []
  for (let n = 0; n < 6; n++) there.push(await publicNeed())
  await comeAndGone()
  await compactFeeds(cloud.db, plusDays(nowText(), 31))
  const came: string[] = []
  let at = await page()
  for (let pages = 1; pages < 10; pages++) {
    came.push(...at.rows.map(({ id }) => id))
    if (at.done) break
    at = await page(at.cursor)
    expect(at.reset).toBe(false)
  }
  expect(at.done).toBe(true)
  expect(at.cursor).toEqual({ epoch: cloud.context.instance.epoch, number: (await counter()).number })
  expect(came).toEqual(expect.arrayContaining(there))
})

test('[S7] a first pull begins anew if what it has brought went since, and is forgotten', async () => {
  await publicNeed()
  const at = await page()
  const [gone] = at.rows
  await cloud.seed.move(resident, { needId: gone?.id ?? '', action: 'withdraw' })
  expect((await page(at.cursor)).reset).toBe(false)
  await compactFeeds(cloud.db, plusDays(nowText(), 31))
  expect((await page(at.cursor)).reset).toBe(true)
})

test('a row that comes back is no longer one that has gone', async () => {
  const { seed } = cloud
  const member = await seed.member()
  await seed.must('person.save', { ...member, grants: member.grants.slice(0, 1) })
  await seed.must('person.save', member)
  await compactFeeds(cloud.db, plusDays(nowText(), 31))
  const rows = await cloud.db
    .selectFrom('feed')
    .select(['scope', 'goneAt'])
    .where('id', '=', member.id)
    .orderBy('scope')
    .execute()
  expect(rows).toEqual([
    { scope: `${community}:staff`, goneAt: null },
    { scope: `user:${member.id}`, goneAt: null },
  ])
})

test('[S6] who forgets waits for who writes before it touches a row, so that neither waits for the other', async () => {
  const { db } = cloud
  const needId = await comeAndGone()
  let forgetting = Promise.resolve(0)
  await db.transaction().execute(async (tx) => {
    await tx.selectFrom('scopes').select('number').where('scope', '=', community).forUpdate().execute()
    forgetting = compactFeeds(db, plusDays(nowText(), 31))
    await waitsForLock()
    await tx
      .updateTable('feed')
      .set({ goneAt: null })
      .where('scope', '=', community)
      .where('id', '=', needId)
      .execute()
  })
  await forgetting
  const kept = await db.selectFrom('feed').select('scope').where('id', '=', needId).execute()
  expect(kept).toContainEqual({ scope: community })
})

async function waitsForLock() {
  for (let waiting = 0; waiting === 0; ) {
    const { rows } = await sql<{ waiting: number }>`select count(*) as waiting from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(cloud.db)
    waiting = rows[0]?.waiting ?? 0
  }
}

test('[S6] forgetting and writing at the same time block and lose nothing', async () => {
  const { seed } = cloud
  const people = await Promise.all(Array.from({ length: 6 }, () => seed.member()))
  const later = plusDays(nowText(), 31)
  let writing = true
  const forgetting = (async () => {
    while (writing) await compactFeeds(cloud.db, later)
  })()
  await Promise.all(
    people.map(async (person) => {
      for (let n = 0; n < 5; n++) {
        await seed.must('person.save', { ...person, grants: person.grants.slice(0, 1) })
        await seed.must('person.save', person)
      }
    }),
  )
  writing = false
  await forgetting
  const { count } = await cloud.db
    .selectFrom('feed')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('scope', '=', `${community}:staff`)
    .where('row', 'is not', null)
    .executeTakeFirstOrThrow()
  const staff = await cloud.db
    .selectFrom('scopes')
    .select('count')
    .where('scope', '=', `${community}:staff`)
    .executeTakeFirstOrThrow()
  expect(staff.count).toBe(count)
  const here = await cloud.db
    .selectFrom('feed')
    .select('id')
    .where('scope', '=', `${community}:staff`)
    .where(
      'id',
      'in',
      people.map(({ id }) => id),
    )
    .where('row', 'is not', null)
    .execute()
  expect(here).toHaveLength(people.length)
})

test('which scopes moved together is forgotten after a day', async () => {
  const { seed, db } = cloud
  const [needId, targetId] = [await seed.place(resident), await seed.place(await seed.resident())]
  await seed.move(await seed.secretary(), { needId, action: 'merge', targetId })
  const kept = async () => (await db.selectFrom('movedTogether').select('scopes').execute()).length
  expect(await kept()).toBeGreaterThan(1)
  await compactFeeds(db, plusDays(nowText(), 0.9))
  expect(await kept()).toBeGreaterThan(1)
  await compactFeeds(db, plusDays(nowText(), 1.1))
  expect(await kept()).toBe(0)
})
