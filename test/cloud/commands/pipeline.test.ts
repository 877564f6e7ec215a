import type { Actor } from 'domain/kernel/actor'
import type { Answer } from 'domain/kernel/protocol'
import type { Person } from 'domain/person/person'
import { sql } from 'kysely'
import { execute, type SentCommand } from '../../../cloud/commands/execute'
import { freshPipeline, type TestPipeline } from '../../support/pipeline'
import { community, elsewhere, newId, nowText } from '../../support/seed'

const staff = `${community}:staff`

let cloud: TestPipeline
let people: Person[]
beforeAll(async () => {
  cloud = await freshPipeline()
  await cloud.seed.areas()
  people = await Promise.all(Array.from({ length: 8 }, () => cloud.seed.resident()))
})
afterAll(() => cloud.stop())

interface Placing {
  by: Actor
  command: SentCommand
  needId: string
}
const placing = (more: object = {}, by: Actor = people[0] as Actor): Placing => {
  const args = cloud.seed.placeArgs(more)
  return { by, needId: args.id, command: { id: newId(), name: 'need.place', args, at: nowText() } }
}
const run = ({ by, command }: Placing) => execute(cloud, command, by, { now: nowText() })

/** One goes out at once, and the others come while it is under way. */
async function besides(others: Placing[]) {
  const first = run(placing())
  await new Promise((resolve) => setImmediate(resolve))
  const [, ...rest] = await Promise.all([first, ...others.map(run)])
  return rest
}

async function transactionsOf(all: Placing[]): Promise<number> {
  const ids = all.map(({ command }) => command.id)
  const { rows } = await sql<{ count: number }>`
    select count(distinct xmin::text) as count from commands where id = any(${ids}::uuid[])`.execute(cloud.db)
  return rows[0]?.count ?? 0
}
async function numbersOf(all: Placing[]): Promise<number[]> {
  const ids = all.map(({ needId }) => needId)
  const needs = await cloud.db.selectFrom('needs').select('number').where('id', 'in', ids).execute()
  return needs.map(({ number }) => Number(number?.split('-')[1])).sort((a, b) => a - b)
}
const lastNumber = async () => {
  const { rows } = await sql<{ last: number }>`
    select coalesce(max(last), 0) as last from need_numbers where community_code = ${community}`.execute(
    cloud.db,
  )
  return rows[0]?.last ?? 0
}
const count = (from: number, length: number) => Array.from({ length }, (_, index) => from + index)
const toldIn = (answers: Answer[], scope: string) =>
  answers.map((each) => (each.ok ? each.numbers[scope] : undefined)).sort((a, b) => Number(a) - Number(b))

test('who comes alone is not kept waiting, and who comes meanwhile is done with the others', async () => {
  const all = people.map((by) => placing({}, by))
  const answers = await besides(all)
  expect(answers.every(({ ok }) => ok)).toBe(true)
  expect(await transactionsOf(all)).toBe(1)
  // Each is told its own numbers, and the same ones when it comes again.
  expect(toldIn(answers, staff)).toEqual(count(Number(toldIn(answers, staff)[0]), all.length))
  for (const [index, one] of all.entries()) {
    expect(answers[index]).toMatchObject({ numbers: { [`user:${one.by.id}`]: expect.any(Number) } })
    expect(await run(one)).toEqual(answers[index])
  }
})

test('[S6] two hundred at once in one community take every number once', async () => {
  const before = await lastNumber()
  const all = Array.from({ length: 200 }, (_, n) => placing({}, people[n % people.length]))
  const answers = await Promise.all(all.map(run))
  expect(await numbersOf(all)).toEqual(count(before + 1, 200))
  expect(await transactionsOf(all)).toBeLessThan(20)
  expect(toldIn(answers, staff)).toEqual(count(Number(toldIn(answers, staff)[0]), 200))
})

test('contact data and numbers of several communities find their needs', async () => {
  const there = { communityCode: elsewhere, gridCode: undefined }
  const all = people.map((by, n) =>
    placing({ ...(n % 2 ? there : {}), contact: { phone: `1380000000${n}` } }, by),
  )
  await besides(all)
  expect(await transactionsOf(all)).toBe(1)
  const told = sql`select 1 from needs n join feed f on f.id = n.id::text and f.row->'full'->>'number' = n.number
    where n.id = any(${all.map(({ needId }) => needId)}::uuid[])`
  // With their requester and the staff; those of `community` also with the staff of their grid.
  expect((await told.execute(cloud.db)).rows).toHaveLength(2.5 * all.length)
  for (const [n, { needId }] of all.entries()) {
    const communityCode = n % 2 ? elsewhere : community
    const contact = await cloud.db
      .selectFrom('contacts')
      .selectAll()
      .where('needId', '=', needId)
      .executeTakeFirst()
    expect(contact).toMatchObject({ communityCode })
    expect(cloud.vault.open(contact as NonNullable<typeof contact>, needId)).toEqual({
      phone: `1380000000${n}`,
    })
  }
})

describe('where one is refused or breaks, the others are done all the same', () => {
  const others = () => people.slice(0, 3).map((by) => placing({}, by))

  test.each<[string, object]>([
    ['unknownArea', { communityCode: '441704109999', gridCode: undefined }],
    ['consentNeeded', { consent: false }],
  ])('%s', async (code, more) => {
    const [before, wrong, all] = [await lastNumber(), placing(more), others()]
    const [answer, ...rest] = await besides([wrong, ...all])
    expect([answer, ...rest]).toMatchObject([{ code }, { ok: true }, { ok: true }, { ok: true }])
    expect(await numbersOf(all)).toEqual(count(before + 2, all.length))
    expect(await run(wrong)).toEqual(answer)
  })

  test('[S3] a twin has no effect, and is answered as the other is', async () => {
    const [before, one, all] = [await lastNumber(), placing(), others()]
    const [first, second, ...rest] = await besides([one, one, ...all])
    expect(second).toEqual(first)
    expect([first, ...rest].every((each) => each?.ok)).toBe(true)
    expect(await numbersOf([one, ...all])).toEqual(count(before + 2, 4))
  })

  test('the id of a need that somebody else has just used', async () => {
    const [one, all] = [placing(), others()]
    const other = placing({ id: one.needId }, people[1])
    const [first, second, ...rest] = await besides([one, other, ...all])
    expect([first, second].filter((each) => each?.ok)).toHaveLength(1)
    expect([first, second].find((each) => !each?.ok)).toMatchObject({ code: 'idReused' })
    expect(rest.every(({ ok }) => ok)).toBe(true)
  })

  test('an error of the database', async () => {
    await sql`create function poison() returns trigger language plpgsql as $$
      begin if new.words like '%毒%' then raise exception 'poisoned'; end if; return new; end $$`.execute(
      cloud.db,
    )
    await sql`create trigger poison before insert on needs for each row execute function poison()`.execute(
      cloud.db,
    )
    const [before, wrong, all] = [await lastNumber(), placing({ words: '毒' }), others()]
    const results = await Promise.allSettled([wrong, ...all].map(run))
    expect(results.map(({ status }) => status)).toEqual(['rejected', ...all.map(() => 'fulfilled')])
    expect(await numbersOf(all)).toEqual(count(before + 1, all.length))
    await sql`drop trigger poison on needs`.execute(cloud.db)
    expect(await run(wrong)).toMatchObject({ ok: true }) // nothing was held against it
  })
})

test('whoever waits for a lock does not hold up the others', async () => {
  await run(placing()) // its scope has a counter from now on
  const answers = await cloud.db.transaction().execute(async (tx) => {
    await sql`select 1 from scopes where scope = ${staff} for update`.execute(tx)
    const locked = run(placing())
    await new Promise((resolve) => setImmediate(resolve))
    const free = await run(placing({ communityCode: elsewhere, gridCode: undefined }, people[1]))
    return { free, locked }
  })
  expect([answers.free, await answers.locked]).toMatchObject([{ ok: true }, { ok: true }])
})

test('[S3] where connections break in the middle, each is done once when it comes again', async () => {
  const before = await lastNumber()
  const all = people.map((by) => placing({}, by))
  const broken = await cloud.db.transaction().execute(async (tx) => {
    await sql`select 1 from scopes where scope = ${staff} for update`.execute(tx)
    const answers = Promise.allSettled(all.map(run))
    const waiting = sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`
    for (let ended = 0; ended < 2; ) ended += (await waiting.execute(cloud.db)).rows.length
    return { answers }
  })
  const results = await broken.answers
  expect(results.some(({ status }) => status === 'rejected')).toBe(true)
  const answers = await Promise.all(all.map(run))
  expect(answers.every(({ ok }) => ok)).toBe(true)
  expect(await numbersOf(all)).toEqual(count(before + 1, all.length))
})
