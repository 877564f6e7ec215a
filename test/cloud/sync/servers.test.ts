import { randomBytes } from 'node:crypto'
import type { Person } from 'domain/person/person'
import { sql } from 'kysely'
import { Client } from 'pg'
import WebSocket from 'ws'
import { openVault } from '../../../cloud/contact/vault'
import { startCloud, type TestCloud } from '../../support/cloud'
import { openSocket } from '../../support/liveSocket'
import { community, newId, type Seed, seedWith } from '../../support/seed'

const staff = `${community}:staff`
/** The connections by which servers hear each other, as PostgreSQL lists them. */
const NOTICES = 'xianfeng notices'

let one: TestCloud
let other: TestCloud
/** Commits without a word to any server, as one does that is killed right after. */
let untold: Seed
let resident: Person
let secretary: Person
beforeAll(async () => {
  one = await startCloud()
  other = await startCloud({ beside: one })
  untold = seedWith({ db: one.db, vault: openVault(randomBytes(32)) })
  await one.seed.areas()
  resident = await one.seed.resident()
  secretary = await one.seed.secretary()
  await untilHeard(secretary)
})
afterAll(async () => {
  await other.stop()
  await one.stop()
})

/** A socket of that person on the second server: another where news of their rights closes it before it is ready. */
async function onTheOther(person: Person) {
  const token = await one.loginAs(person.id)
  for (;;) {
    const phone = await openSocket(other.url, { token })
    const first = await Promise.race([phone.until('ready'), phone.closed])
    if (typeof first === 'object') return { ...phone, token }
    expect(first).toBe(4001)
  }
}

/** The other server has heard of that person's rights, which closes the sockets that they have by then. */
async function untilHeard(person: Person) {
  for (let closed = true; closed; ) {
    const phone = await onTheOther(person)
    closed = await Promise.race([
      phone.closed.then(() => true),
      heardAfter(phone, one.seed).then(() => false),
    ])
    phone.socket.close()
  }
}

/** A new member, of whose rights every server has heard. */
async function newMember() {
  const member = await one.seed.member()
  const phone = await onTheOther(secretary)
  await heardAfter(phone, one.seed)
  phone.socket.close()
  return member
}

/** How long it takes a need, placed through `seed`, to be heard by staff. */
async function heardAfter(phone: Awaited<ReturnType<typeof onTheOther>>, seed: Seed, withinMs?: number) {
  const needId = await seed.place(resident)
  const committed = performance.now()
  await phone.until(
    'patch',
    ({ scope, rows }) => scope === staff && rows.some(({ id }) => id === needId),
    withinMs,
  )
  return performance.now() - committed
}

/** Cuts the connections of all servers for notices, as an administrator or a failing network does. */
const cutNotices = () =>
  sql`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = ${NOTICES} and datname = current_database()`.execute(one.db)

test('a change made on one server reaches the sockets of the other, which reads it once', async () => {
  const phones = await Promise.all(Array.from({ length: 10 }, () => onTheOther(secretary)))
  const reads = jest.spyOn(other.db, 'getExecutor')
  const needId = await one.seed.place(resident)
  const patches = await Promise.all(
    phones.map((phone) => phone.until('patch', ({ rows }) => rows.some(({ id }) => id === needId))),
  )
  expect(reads.mock.calls).toHaveLength(1)
  reads.mockRestore()
  expect(new Set(patches.map((patch) => JSON.stringify(patch))).size).toBe(1)
  const ms: number[] = []
  for (let n = 0; n < 9; n++) ms.push(await heardAfter(phones[0] as never, one.seed))
  expect(ms.sort((a, b) => a - b)[4]).toBeLessThan(1_000)
  for (const phone of phones) phone.socket.close()
})

test('what is committed within a moment is told in one note, and nobody hears their own', async () => {
  const notes: string[] = []
  const listener = new Client(one.database.connection)
  await listener.connect()
  await listener.query('listen xianfeng')
  listener.on('notification', ({ payload = '' }) => notes.push(payload))
  const reads = jest.spyOn(one.db, 'getExecutor')
  const phone = await openSocket(one.url, { token: await one.loginAs(secretary.id) })
  await phone.until('ready')
  reads.mockClear()
  one.context.tell({ scopes: [staff] })
  one.context.tell({ scopes: [staff, community] })
  one.context.tell({ rights: [newId()] })
  // Its own news is read before the other server's comes; else one read would do for both.
  while (notes.length * reads.mock.calls.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
  await other.seed.place(resident)
  await phone.until('patch', ({ scope }) => scope === staff)
  expect(notes[0]?.split(' ').sort()).toEqual([expect.stringMatching(/^r/), `s${community}`, `s${staff}`])
  expect(reads.mock.calls).toHaveLength(2) // its own news, and the other server's
  reads.mockRestore()
  await listener.end()
  phone.socket.close()
})

test('[S10] a right that is taken away on one server closes the sockets on the other within two seconds', async () => {
  const member = await newMember()
  const [theirs, stays] = [await onTheOther(member), await onTheOther(secretary)]
  const started = performance.now()
  await one.seed.must('person.save', { ...member, grants: [] })
  expect(await theirs.closed).toBe(4001)
  expect(performance.now() - started).toBeLessThan(2_000)
  expect(stays.socket.readyState).toBe(WebSocket.OPEN)
  stays.socket.close()
})

test('a log-out on one server closes the sockets of that log-in on the other', async () => {
  const [out, stays] = [await onTheOther(resident), await onTheOther(resident)]
  await one.ask('POST', '/api/logout', { token: out.token })
  expect(await out.closed).toBe(4001)
  expect(stays.socket.readyState).toBe(WebSocket.OPEN)
  stays.socket.close()
})

test('more than fits into a note is told in several, and of very many scopes only that any may have moved', async () => {
  const phone = await onTheOther(secretary)
  const names = (count: number) => Array.from({ length: count }, () => `user:${newId()}`)
  for (const scopes of [names(1_000), names(5_000)]) {
    await untold.place(resident)
    const { number } = await one.db
      .selectFrom('scopes')
      .select('number')
      .where('scope', '=', staff)
      .executeTakeFirstOrThrow()
    one.context.tell({ scopes: [...scopes, staff] })
    await phone.until('patch', ({ scope, to }) => scope === staff && to === number)
  }
  one.context.tell({ rights: [...names(1_000), secretary.id] })
  await phone.closed
})

test('after its connection for notices broke, a server looks at everything anew', async () => {
  const [gone, member, changed, stays] = [
    await onTheOther(resident),
    await newMember(),
    await newMember(),
    await onTheOther(secretary),
  ]
  const [theirs, kept] = [await onTheOther(changed), await onTheOther(member)]
  await sql`delete from tokens where person_id = ${resident.id}`.execute(one.db)
  await untold.must('person.save', { ...changed, grants: [] })
  const heard = heardAfter(stays, untold)
  await cutNotices()
  await heard
  expect(await gone.closed).toBe(4001)
  expect(await theirs.closed).toBe(4001)
  for (const each of [kept, stays]) {
    expect(each.socket.readyState).toBe(WebSocket.OPEN)
    each.socket.close()
  }
})

test('what a server could not tell is told once its connection is back', async () => {
  const phone = await onTheOther(secretary)
  for (let n = 0; n < 5; n++) {
    await cutNotices()
    await heardAfter(phone, one.seed)
  }
  const member = await newMember()
  const theirs = await onTheOther(member)
  await cutNotices()
  const started = performance.now()
  await one.seed.must('person.save', { ...member, grants: [] })
  await theirs.closed
  expect(performance.now() - started).toBeLessThan(2_000) // [S10]
  phone.socket.close()
})

test('what a server was about to tell when it was killed is heard all the same', async () => {
  const phone = await onTheOther(secretary)
  const killed = new Client({ ...one.database.connection, application_name: NOTICES })
  await killed.connect()
  const looked = jest.spyOn(Client.prototype, 'query')
  const looks = () => looked.mock.calls.filter(([text]) => String(text).includes('pg_stat_activity')).length
  while (looks() < 3) await new Promise((resolve) => setTimeout(resolve, 20)) // both know of it
  looked.mockRestore()
  const heard = heardAfter(phone, untold, 15_000)
  await killed.end()
  await heard
  phone.socket.close()
})
