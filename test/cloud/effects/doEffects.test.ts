import type { CommandArgs } from 'domain/commands'
import { SYSTEM } from 'domain/kernel/actor'
import { plusDays, plusMinutes } from 'domain/kernel/time'
import { sql } from 'kysely'
import { execute, executeIn } from '../../../cloud/commands/execute'
import { openPool } from '../../../cloud/db/pool'
import { openEffects } from '../../../cloud/effects/doEffects'
import type { Effects, EffectWork } from '../../../cloud/effects/effect'
import { findNeed } from '../../../cloud/need/needRepo'
import { EFFECTS } from '../../../cloud/things'
import { startCloud, type TestCloud } from '../../support/cloud'
import { newId, nowText } from '../../support/seed'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCloud()
  await cloud.seed.areas()
})
afterAll(() => cloud.stop())
beforeEach(async () => {
  await cloud.context.doEffects()
  errors.length = 0
})

const errors: unknown[] = []
const report = (error: unknown) => void errors.push(error)
const kept = async () =>
  (await sql<{ tries: number; failedAt: string | null }>`select * from effects`.execute(cloud.db)).rows

/** The server of a test, which does what it is told and when. */
const server = (effects: Effects = EFFECTS, now: () => string = nowText) =>
  openEffects({ db: cloud.db, vault: cloud.context.vault, now }, effects, report)
const effects = (tellOrders: (work: EffectWork) => Promise<void>): Effects => ({
  tellOrders: (_, work) => tellOrders(work),
})

/** An ordered session, and the save that moves it by a day. */
async function moved() {
  const { service, sessionId } = await cloud.seed.service()
  const resident = await cloud.seed.resident()
  const args = { kind: 'service', serviceId: service.id, sessionId, answers: {} } as const
  const needId = await cloud.seed.place(resident, { ...args, categoryCode: service.categoryCode })
  const sessions = service.sessions.map((each) => ({
    ...each,
    startsAt: plusDays(each.startsAt, 1),
    endsAt: plusDays(each.endsAt, 1),
  }))
  return { needId, save: { ...service, sessions } satisfies CommandArgs<'service.save'> }
}
const commandOf = (args: CommandArgs<'service.save'>) =>
  ({ id: newId(), name: 'service.save', args, at: nowText() }) as const
/** A server that ends right after its commit: it tells itself of nothing that follows. */
const dying = () => ({ ...cloud.context, committed: () => {} })
const lines = async (needId: string) =>
  (await findNeed(cloud.db, needId))?.events.filter(({ action }) => action === 'reschedule').length

test('what follows is kept with its command, once, and with a transaction that is undone nothing is kept', async () => {
  const { save, needId } = await moved()
  await expect(
    cloud.db.transaction().execute(async (tx) => {
      await executeIn(tx, cloud.context, commandOf(save), SYSTEM, { now: nowText() })
      expect((await sql`select from effects`.execute(tx)).rows).toHaveLength(1)
      throw new Error('undone')
    }),
  ).rejects.toThrow('undone')
  expect(await kept()).toEqual([])
  const command = commandOf(save)
  const now = nowText()
  const twins = [1, 2, 3].map(() => execute(dying(), command, SYSTEM, { now }))
  for (const answer of await Promise.all(twins)) expect(answer).toMatchObject({ ok: true })
  expect(await kept()).toHaveLength(1)
  await server().doEffects()
  expect([await kept(), await lines(needId)]).toEqual([[], 1])
})

test('a server does at once what follows its commits', async () => {
  const { save, needId } = await moved()
  await execute(cloud.context, commandOf(save), SYSTEM, { now: nowText() })
  while ((await kept()).length > 0) await new Promise((resolve) => setTimeout(resolve, 10))
  expect([await kept(), await lines(needId)]).toEqual([[], 1])
})

test('where a server died after the commit, or in the middle of it, another does it once', async () => {
  const { save, needId } = await moved()
  await execute(dying(), commandOf(save), SYSTEM, { now: nowText() })
  const dies = async ({ tx }: EffectWork) => {
    await sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx)
  }
  const half: Effects = {
    tellOrders: async (data, work) => {
      await EFFECTS.tellOrders(data, work)
      await dies(work)
    },
  }
  await server(half).doEffects()
  expect(errors).toHaveLength(1)
  expect([await kept(), await lines(needId)]).toMatchObject([[{ tries: 0 }], 0])
  await server().doEffects()
  expect([await kept(), await lines(needId)]).toEqual([[], 1])
})

test('however many servers look at once, each is done once, and they share them', async () => {
  const all = await Promise.all(Array.from({ length: 12 }, moved))
  for (const { save } of all) await execute(dying(), commandOf(save), SYSTEM, { now: nowText() })
  const pools = Array.from({ length: 4 }, () => openPool({ ...cloud.database.connection, max: 2 }))
  const done: string[][] = pools.map(() => [])
  const counted = (by: number): Effects => ({
    tellOrders: async (data, work) => {
      await EFFECTS.tellOrders(data, work)
      done[by]?.push(work.id)
    },
  })
  const given = { vault: cloud.context.vault, now: nowText }
  await Promise.all(pools.map((db, by) => openEffects({ ...given, db }, counted(by), report).doEffects()))
  for (const db of pools) await db.destroy()
  expect(errors).toEqual([])
  expect(new Set(done.flat()).size).toBe(12)
  expect(done.flat()).toHaveLength(12)
  expect(done.filter(({ length }) => length > 0).length).toBeGreaterThan(1)
  expect(await Promise.all(all.map(({ needId }) => lines(needId)))).toEqual(all.map(() => 1))
})

test('one that fails is tried again, ever later, keeps no other waiting, and is given up in the end', async () => {
  const [bad, good] = [await moved(), await moved()]
  for (const { save } of [bad, good]) await execute(dying(), commandOf(save), SYSTEM, { now: nowText() })
  const begun = nowText()
  let minutes = 0
  const tried: number[] = []
  const picky: Effects = {
    tellOrders: async (data, work) => {
      await EFFECTS.tellOrders(data, work)
      if (data.serviceId !== bad.save.id) return
      tried.push(minutes)
      throw new Error('no way')
    },
  }
  const patient = server(picky, () => plusMinutes(begun, minutes))
  for (; minutes <= 120; minutes += 0.5) await patient.doEffects()
  expect(tried).toEqual([0, 0.5, 2.5, 10.5, 42.5])
  expect(errors).toEqual(tried.map(() => new Error('no way')))
  expect([await lines(good.needId), await lines(bad.needId)]).toEqual([1, 0])
  expect(await kept()).toMatchObject([{ tries: 5, failedAt: plusMinutes(begun, 42.5) }])

  const as = async (who: { id: string }) => ({ token: await cloud.loginAs(who.id) })
  const coordinator = await as(await cloud.seed.coordinator())
  const { body } = await cloud.ask('GET', '/api/effects/failed', coordinator)
  expect(body).toEqual({
    rows: [
      {
        id: expect.any(String),
        name: 'tellOrders',
        at: expect.any(String),
        failedAt: plusMinutes(begun, 42.5),
        tries: 5,
      },
    ],
  })
  const retry = `/api/effects/${body.rows[0].id}/retry`
  const others = [
    await cloud.seed.resident(),
    await cloud.seed.secretary(),
    await cloud.seed.coordinator('441704100'),
  ]
  for (const other of others)
    for (const [method, path] of [
      ['GET', '/api/effects/failed'],
      ['POST', retry],
    ] as const)
      expect(await cloud.ask(method, path, await as(other))).toMatchObject({ status: 403 })
  expect(await cloud.ask('GET', '/api/effects/failed')).toMatchObject({ status: 401 })
  expect(await kept()).toHaveLength(1)

  expect(await cloud.ask('POST', retry, coordinator)).toMatchObject({ status: 204 })
  await cloud.context.doEffects()
  expect([await kept(), await lines(bad.needId)]).toEqual([[], 1])
  expect(await cloud.ask('POST', retry, coordinator)).toMatchObject({ status: 404 })
  expect((await cloud.ask('GET', '/api/effects/failed', coordinator)).body).toEqual({ rows: [] })
})

test('what follows may have something follow, kept if and only if it is done', async () => {
  const { save } = await moved()
  await execute(dying(), commandOf(save), SYSTEM, { now: nowText() })
  const ids: string[] = []
  const chain = effects(async ({ id, later }) => {
    ids.push(id)
    const data = { serviceId: newId(), sessionId: newId(), by: SYSTEM }
    if (ids.length < 3) later({ name: 'tellOrders', data })
  })
  await server(chain).doEffects()
  expect(new Set(ids).size).toBe(3)
  expect(await kept()).toEqual([])
})
