import { isDeepStrictEqual } from 'node:util'
import type { Person } from 'domain/person/person'
import { sql } from 'kysely'
import { createApp } from '../../src/sync/app'
import { startCloud, type TestCloud } from '../../support/cloud'
import { type Fault, type FaultProxy, startFaultProxy } from '../../support/faultProxy'
import { createNodePlatform } from '../../support/nodePlatform'
import { buildPhone, type PhoneProcess } from '../../support/phones'

/** A minute of the phone's clock in three seconds of ours. */
const HASTE = 20
const MIXED_MS = 4_000

let cloud: TestCloud
let proxy: FaultProxy
let phones: ReturnType<typeof buildPhone>
const open: PhoneProcess[] = []

beforeAll(async () => {
  cloud = await startCloud()
  await cloud.seed.areas()
  proxy = await startFaultProxy(cloud.url)
  phones = buildPhone()
})
afterEach(() => proxy.heal())
afterAll(async () => {
  await Promise.all(open.map((phone) => phone.kill()))
  await proxy.stop()
  await cloud.stop()
  phones.remove()
})

async function openPhone(more: { disk?: string; patient?: boolean } = {}) {
  const phone = await phones.open({ url: proxy.url, disk: phones.newDisk(), haste: HASTE, ...more })
  open.push(phone)
  return phone
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function until(shows: () => Promise<boolean>) {
  const late = performance.now() + 20_000
  while (!(await shows())) {
    if (performance.now() > late) throw new Error(`never: ${shows}`)
    await pause(50)
  }
}

const atRest = (phone: PhoneProcess) => phone.until(({ state, entries }) => state === 'idle' && entries === 0)

interface One {
  person: Person
  phone: PhoneProcess
  /** The commands of which people were told that they are kept. */
  kept: string[]
  needId: string
}

/** Somebody with a new phone, on which all is well so far. */
async function somebody(
  made: Promise<Person> = cloud.seed.resident(),
  more: { patient?: boolean } = {},
): Promise<One> {
  const person = await made
  const phone = await openPhone(more)
  await phone.ask('logIn', await cloud.loginAs(person.id), person)
  await atRest(phone)
  const args = cloud.seed.placeArgs()
  const kept = [await phone.send('need.place', args)]
  await atRest(phone)
  return { person, phone, kept, needId: args.id }
}

/** Adds words to a need, then places another: it would be seen if anything happened twice. */
async function act({ phone, kept, needId }: One) {
  const add = { needId, action: 'add', note: '二楼也不亮了' } as const
  kept.push(await phone.send('need.move', add))
  const args = cloud.seed.placeArgs()
  kept.push(await phone.send('need.place', args))
  kept.push(await phone.send('need.move', { ...add, needId: args.id }))
}

const answersOf = ({ id }: Person) =>
  cloud.db.selectFrom('commands').select(['id', 'answer']).where('actorId', '=', id).execute()

/** [S3] Each of these, and what else they may have done without being told so, exactly once. */
async function expectOnce({ person, phone, kept }: One) {
  expect(phone.told()).toMatchObject({ refusals: [], troubles: [] })
  const answers = await answersOf(person)
  expect(answers.filter(({ answer }) => !answer || 'code' in (answer as object))).toEqual([])
  expect(answers.map(({ id }) => id)).toEqual(expect.arrayContaining(kept))
  const events = sql<{ count: number }>`select count(*) from events where by_id = ${person.id}`
  expect((await events.execute(cloud.db)).rows).toEqual([{ count: answers.length }])
}

/** The phone shows what a new phone of the same person is given. */
async function expectSameAsNew({ person, phone }: One) {
  const fresh = createNodePlatform(cloud.url)
  const app = createApp(fresh.platform)
  app.sync.start()
  app.sync.logIn(await cloud.loginAs(person.id), person)
  await app.sync.refresh()
  const given = plain(Object.fromEntries(app.rows()))
  fresh.kill()
  expect(Object.keys(given).length).toBeGreaterThan(2)
  await until(async () => isDeepStrictEqual(plain(await phone.ask('rows')), given))
}
/** Jest's objects are no others'. */
const plain = (rows: object): object => JSON.parse(JSON.stringify(rows))

const PASSABLE: Record<string, Fault> = {
  'a long way': { latencyMs: 100 },
  'bytes that trickle': { trickle: 300 },
}
const DEADLY: Record<string, Fault> = {
  'a reset before the answer': { down: 0, blow: 'reset' },
  'a reset in the middle of what is sent': { up: 500, blow: 'reset' },
  'a reset in the middle of an answer': { down: 900, blow: 'reset' },
  'an answer that is cut': { down: 900, blow: 'cut' },
  'a black hole': { up: 0, blow: 'silence' },
  'an answer that never comes': { down: 0, blow: 'silence' },
  'an answer that stops': { down: 900, blow: 'silence' },
}

describe('[S3] [S4] what is done arrives exactly once, and the phone ends as a new one, after', () => {
  let one: One
  beforeAll(async () => {
    one = await somebody()
  })
  afterEach(async () => {
    await atRest(one.phone)
    await expectOnce(one)
    await expectSameAsNew(one)
  })

  test.each(Object.keys(PASSABLE))('%s', async (name) => {
    proxy.set(() => PASSABLE[name] ?? {})
    await act(one)
    await atRest(one.phone)
  })

  test.each(Object.keys(DEADLY))('%s', async (name) => {
    proxy.set(() => DEADLY[name] ?? {})
    await act(one)
    await one.phone.until(({ state }) => ['offline', 'stalled'].includes(state))
    await act(one)
    proxy.heal()
  })
})

test('[S12] whoever sends into a black hole is told after a minute, and it goes out once there is a way', async () => {
  const one = await somebody()
  proxy.set(() => ({ up: 0, blow: 'silence' }))
  const since = performance.now()
  await act(one)
  await one.phone.until(({ state }) => state === 'stalled')
  expect((performance.now() - since) * HASTE).toBeGreaterThan(50_000)
  proxy.heal()
  await atRest(one.phone)
  await expectOnce(one)
})

test('[S3] [S12] a request that hangs for ever is left by the watchdog, and what it had brought is not done again', async () => {
  const one = await somebody(undefined, { patient: true })
  proxy.set(() => ({ down: 0, blow: 'silence' }))
  await act(one)
  await one.phone.until(({ state }) => state === 'stalled')
  await until(async () => (await answersOf(one.person)).length > 1)
  proxy.heal()
  await atRest(one.phone)
  await expectOnce(one)
  await expectSameAsNew(one)
})

test('[S3] an answer that is cut after the commit is asked for again, and is the same', async () => {
  const one = await somebody()
  proxy.set(() => ({ down: 300, blow: 'cut' }))
  await act(one)
  await until(async () => (await answersOf(one.person)).length > 1)
  const before = await answersOf(one.person)
  expect(one.phone.told()?.entries).toBe(3)
  proxy.heal()
  await atRest(one.phone)
  expect(await answersOf(one.person)).toEqual(expect.arrayContaining(before))
  await expectOnce(one)
})

test('[S8] [S12] a socket that is half open is left, though nothing is to be sent', async () => {
  const one = await somebody()
  proxy.strike('silence')
  await cloud.seed.place(one.person) // on another phone
  await expectSameAsNew(one)
})

test.each(['/out/', '/seq', '/scope/'])(
  '[S1] [S13] killed in the middle of writing %s: what was told to be kept is done, and only once',
  async (part) => {
    const one = await somebody()
    await one.phone.ask('tearWriting', part)
    await act(one).catch(() => {}) // maybe it dies before it says so
    await one.phone.dead
    one.phone = await openPhone(one.phone.options)
    await act(one)
    await atRest(one.phone)
    await expectOnce(one)
    await expectSameAsNew(one)
  },
)

test('[S1] with no way out, killed and opened again: all that was told to be kept goes out', async () => {
  const one = await somebody()
  proxy.set(() => ({ up: 0, blow: 'reset' }))
  await act(one)
  await one.phone.kill()
  one.phone = await openPhone(one.phone.options)
  proxy.heal()
  await atRest(one.phone)
  await expectOnce(one)
})

test('[S1] [S3] [S4] a mixture of all that, with phones killed at any moment', async () => {
  const { resident, secretary } = cloud.seed
  const all = await Promise.all([somebody(), somebody(resident()), somebody(secretary())])
  const mixture = [...Object.values(PASSABLE), ...Object.values(DEADLY), {}, {}, {}]
  const pick = <T>(of: T[]) => of[Math.floor(Math.random() * of.length)] as T
  const ended = performance.now() + MIXED_MS
  const weather = setInterval(() => proxy.set(() => pick(mixture)), 250)
  await Promise.all(
    all.map(async (one) => {
      while (performance.now() < ended) {
        const killing = Math.random() < 0.3 ? pause(Math.random() * 200).then(one.phone.kill) : undefined
        await act(one).catch(() => {})
        await pause(Math.random() * 500)
        if (!killing) continue
        await killing
        one.phone = await openPhone(one.phone.options)
      }
    }),
  )
  clearInterval(weather)
  proxy.heal()
  for (const { phone } of all) await atRest(phone)
  for (const one of all) {
    await expectOnce(one)
    await expectSameAsNew(one)
  }
})
