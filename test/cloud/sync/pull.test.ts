import { type Change, type Cursor, PAGE_ROWS, type SyncAnswer } from 'domain/kernel/protocol'
import type { Person } from 'domain/person/person'
import { sql } from 'kysely'
import { startCloud, type TestCloud } from '../../support/cloud'
import { community, district, elsewhere, newId, nowText } from '../../support/seed'

let cloud: TestCloud
let resident: Person
let secretary: Person
let token: string
beforeAll(async () => {
  cloud = await startCloud()
  await cloud.seed.areas()
  resident = await cloud.seed.resident()
  secretary = await cloud.seed.secretary()
  token = await cloud.loginAs(resident.id)
})
afterAll(() => cloud.stop())

type Cursors = Record<string, Cursor>
const device = newId()

async function sync(more: object = {}, by: string | undefined = token): Promise<SyncAnswer> {
  const body = { protocol: 1, device, push: [], cursors: {}, ...more }
  const { status, body: answer } = await cloud.ask('POST', '/api/sync', { token: by, body })
  expect(status).toBe(200)
  return answer
}

const cursorsOf = (answer: SyncAnswer, before: Cursors = {}): Cursors => ({
  ...before,
  ...Object.fromEntries(Object.entries(answer.changes).map(([scope, { cursor }]) => [scope, cursor])),
})

/** Pulls until everything is there. */
async function pullAll(cursors: Cursors = {}, by: string | undefined = token, more: object = {}) {
  const rows: (Change & { scope: string })[] = []
  let at = cursors
  for (let pages = 1; ; pages++) {
    const answer = await sync({ ...more, cursors: at }, by)
    at = cursorsOf(answer, at)
    for (const [scope, { rows: page }] of Object.entries(answer.changes))
      rows.push(...page.map((row) => ({ ...row, scope })))
    if (answer.done) return { rows, cursors: at, pages, answer }
  }
}

describe('who is asked', () => {
  test('a guest holds what any visitor may see, and pushes nothing', async () => {
    const push = [{ id: newId(), seq: 1, name: 'need.place', args: cloud.seed.placeArgs(), at: nowText() }]
    const { body } = await cloud.ask('POST', '/api/sync', {
      body: { protocol: 1, device, push, cursors: {}, watching: community },
    })
    expect(body.scopes).toEqual([community, district])
    expect(body.personId).toBeUndefined()
    expect(body.answers).toMatchObject([{ ok: false, code: 'loginNeeded', id: push[0]?.id }])
  })

  test('who asks with a token that is not valid is a guest, and is told so', async () => {
    const body = { protocol: 1, device, push: [], cursors: {} }
    const answer = await cloud.ask('POST', '/api/sync', { token: 'nobody', body })
    expect([answer.status, answer.body.personId, answer.body.scopes]).toEqual([200, undefined, [district]])
  })

  test('[S15] a phone too old is told to update', async () => {
    const body = { protocol: 0, device, push: [], cursors: {} }
    const answer = await cloud.ask('POST', '/api/sync', { token, body })
    expect([answer.status, answer.body.code]).toEqual([426, 'tooOld'])
  })

  test('nobody is given the scope of another by asking for it', async () => {
    const cursors = {
      [`user:${secretary.id}`]: { epoch: 'x', number: 0 },
      [`${community}:staff`]: { epoch: 'x', number: 0 },
    }
    const answer = await sync({ cursors })
    expect(Object.keys(answer.changes).sort()).toEqual([...answer.scopes].sort())
    expect(answer.scopes).toEqual([`user:${resident.id}`, community, district])
  })
})

test('[S2] a push is answered in order, and the same request finds its rows', async () => {
  const place = (seq: number) => ({
    id: newId(),
    seq,
    name: 'need.place',
    args: cloud.seed.placeArgs(),
    at: nowText(),
  })
  const push = [place(1), { ...place(2), args: { bad: true } }, place(3)]
  const needIds = push.map(({ args }) => ('id' in args ? args.id : undefined))
  const answer = await sync({ push })
  expect(answer.answers).toMatchObject([
    { id: push[0]?.id, ok: true },
    { id: push[1]?.id, ok: false, code: 'badRequest', retry: false },
    { id: push[2]?.id, ok: true },
  ])
  const own = answer.changes[`user:${resident.id}`]
  const [, , last] = answer.answers
  expect(last?.ok && last.numbers[`user:${resident.id}`]).toBe(own?.cursor.number)
  expect(own?.rows.map((row) => row.id)).toContain(needIds[2])
  expect((await sync({ push })).answers).toEqual(answer.answers)
})

test('[S4] trouble of ours leaves the rest of a push unanswered, and it may come again', async () => {
  const place = () => ({ id: newId(), name: 'need.place', args: cloud.seed.placeArgs(), at: nowText() })
  const by = await cloud.loginAs((await cloud.seed.resident()).id)
  const push = [place(), place(), place()].map((each, index) => ({ ...each, seq: index + 1 }))
  const second = push.map((each) => each.args.id)[1]
  await sql`alter table needs add constraint planted check (id <> ${sql.lit(second)})`.execute(cloud.db)
  const broken = await sync({ push }, by)
  expect(broken.answers).toMatchObject([{ ok: true }, { ok: false, code: 'internal', retry: true }])
  await sql`alter table needs drop constraint planted`.execute(cloud.db)
  expect((await sync({ push }, by)).answers).toMatchObject([{ ok: true }, { ok: true }, { ok: true }])
})

test('[S4] a session of the database that ends under a command is not held against the command', async () => {
  const place = { id: newId(), seq: 1, name: 'need.place', args: cloud.seed.placeArgs(), at: nowText() }
  const by = await cloud.loginAs((await cloud.seed.resident()).id)
  let asked: Promise<SyncAnswer> | undefined
  await cloud.db.transaction().execute(async (tx) => {
    await sql`lock table events`.execute(tx)
    asked = sync({ push: [place] }, by)
    const end = sql<{ ended: boolean }>`select pg_terminate_backend(pid) as ended from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`
    while ((await end.execute(cloud.db)).rows.length === 0);
  })
  expect((await asked)?.answers).toMatchObject([{ ok: false, code: 'unavailable', retry: true }])
  expect((await sync({ push: [place] }, by)).answers).toMatchObject([{ ok: true }])
})

describe('[S7] a pull', () => {
  test('gives what is newer than the cursor, and nothing twice', async () => {
    const first = await pullAll()
    const again = await sync({ cursors: first.cursors })
    expect([again.changes, again.done]).toEqual([{}, true])
    const needId = await cloud.seed.place(resident)
    const delta = await sync({ cursors: first.cursors })
    const scope = `user:${resident.id}`
    expect(delta.changes).toEqual({
      [scope]: {
        reset: false,
        cursor: { epoch: first.cursors[scope]?.epoch, number: (first.cursors[scope]?.number ?? 0) + 1 },
        rows: [expect.objectContaining({ entity: 'need', id: needId })],
      },
    })
  })

  test('tells a phone that holds a scope what is gone, and a new phone nothing of it', async () => {
    const needId = await cloud.seed.place(resident)
    await cloud.seed.move(secretary, { needId, action: 'dispatch', offer: cloud.seed.toPool })
    const before = await pullAll()
    await cloud.seed.move(resident, { needId, action: 'withdraw' })
    const held = await pullAll(before.cursors)
    const inPublic = (rows: typeof held.rows) =>
      rows.filter(({ scope, id }) => scope === community && id === needId)
    expect(inPublic(held.rows)).toEqual([
      { scope: community, entity: 'need', id: needId, number: expect.any(Number) },
    ])
    expect(inPublic((await pullAll()).rows)).toEqual([])
  })

  test('resets a scope whose cursor is of another epoch or ahead', async () => {
    const { cursors } = await pullAll()
    const own = `user:${resident.id}`
    const bent = {
      ...cursors,
      [own]: { epoch: cursors[own]?.epoch ?? '', number: 1_000_000 },
      [community]: { epoch: 'another', number: 1 },
    }
    const { changes, done } = await sync({ cursors: bent })
    expect(done).toBe(true)
    expect([changes[own]?.reset, changes[community]?.reset, changes[district]]).toEqual([
      true,
      true,
      undefined,
    ])
    expect(changes[own]?.cursor).toEqual(cursors[own])
    expect(changes[own]?.rows.length).toBeGreaterThan(1)
  })

  test('comes in pages over all scopes, complete and in order', async () => {
    const { db } = cloud
    const rows = 3 * PAGE_ROWS + 7
    await sql`insert into feed (scope, number, entity, id, row)
      select ${elsewhere}, n, 'resource', gen_random_uuid(), case when n % 50 = 0 then null else '{"n":1}'::json end
      from generate_series(1, ${rows}::int) n`.execute(db)
    await db.insertInto('scopes').values({ scope: elsewhere, number: rows }).execute()
    const all = await pullAll({}, token, { watching: elsewhere })
    expect(all.pages).toBe(3)
    const got = all.rows.filter(({ scope }) => scope === elsewhere).map(({ number }) => number)
    expect(got).toEqual([...got].sort((a, b) => a - b))
    expect(new Set(got).size).toBe(got.length)
    const alive = rows - Math.floor(rows / 50)
    expect(all.rows.filter(({ scope, row }) => scope === elsewhere && row)).toHaveLength(alive)
    expect(all.cursors[elsewhere]?.number).toBe(rows)
  })

  test('is the same for who takes gzip and who does not', async () => {
    const body = JSON.stringify({ protocol: 2, device, push: [], cursors: {}, watching: elsewhere })
    const ask = async (encoding: string) => {
      const headers = {
        'content-type': 'application/json',
        'accept-encoding': encoding,
        authorization: `Bearer ${token}`,
      }
      const answer = await fetch(`${cloud.url}/api/sync`, { method: 'POST', headers, body })
      const { now: _, ...said } = (await answer.json()) as SyncAnswer
      return [answer.headers.get('content-encoding'), said]
    }
    const [[compressed, one], [plain, other]] = await Promise.all([ask('gzip'), ask('identity')])
    expect([compressed, plain]).toEqual(['gzip', null])
    expect(one).toEqual(other)
  })

  test('ends with the scope that fills the page', async () => {
    const answer = await sync({ watching: elsewhere })
    expect(answer.changes[elsewhere]?.rows).toHaveLength(PAGE_ROWS)
    expect([answer.changes[district], answer.done, answer.checksums]).toEqual([undefined, false, undefined])
  })

  test('[S7] a cursor from before what was compacted takes its scope anew', async () => {
    const { cursors } = await pullAll()
    const own = `user:${resident.id}`
    const [epoch, at] = [cursors[own]?.epoch ?? '', cursors[own]?.number ?? 0]
    const compact = (compacted: number) =>
      cloud.db.updateTable('scopes').set({ compacted }).where('scope', '=', own).execute()
    const reset = async (number: number) =>
      (await sync({ cursors: { ...cursors, [own]: { epoch, number } } })).changes[own]?.reset ?? false
    expect(await reset(at - 2)).toBe(false)
    await compact(at - 1)
    expect([await reset(at - 2), await reset(at - 1), await reset(at)]).toEqual([true, false, false])
    await compact(0)
  })

  test('[S10] a lost right takes the scope away', async () => {
    const member = await cloud.seed.member()
    const by = await cloud.loginAs(member.id)
    const pool = `${community}:pool`
    expect((await sync({}, by)).scopes).toContain(pool)
    await cloud.seed.must('person.save', { ...member, grants: [{ role: 'resident', area: community }] })
    expect((await sync({}, by)).scopes).not.toContain(pool)
  })
})

test('an entry that is not of the protocol refuses the whole request, and none of it is done', async () => {
  const good = { id: newId(), seq: 9, name: 'need.place', args: cloud.seed.placeArgs(), at: nowText() }
  const body = { protocol: 1, device, push: [good, { ...good, id: 'x' }], cursors: {} }
  expect(await cloud.ask('POST', '/api/sync', { token, body })).toMatchObject({
    status: 400,
    body: { code: 'badRequest' },
  })
  const needs = await cloud.db.selectFrom('needs').select('id').where('id', '=', good.args.id).execute()
  expect(needs).toEqual([])
})
