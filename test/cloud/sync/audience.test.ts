import type { LiveNews } from 'domain/kernel/protocol'
import type { WebSocket } from 'ws'
import { type Audience, openAudience } from '../../../cloud/sync/audience'
import { startCloud, type TestCloud } from '../../support/cloud'
import { community, newId, seedWith } from '../../support/seed'

let cloud: TestCloud
let audience: Audience
beforeAll(async () => {
  cloud = await startCloud()
  await cloud.seed.areas()
  audience = openAudience({ db: cloud.db, epoch: 'a' }, (error) => console.error(error))
})
afterAll(async () => {
  audience.close()
  await cloud.stop()
})

/** Who listens to these, and the first that is told them. */
async function listener(...scopes: string[]) {
  let told = (_news: LiveNews[]) => {}
  const first = new Promise<LiveNews[]>((resolve) => {
    told = resolve
  })
  const send = (bytes: Buffer) => told(JSON.parse(String(bytes)).news)
  await audience.listen({ bufferedAmount: 0, send } as unknown as WebSocket, scopes)
  return { first }
}

test('[S7] who hears that a need has left the pool hears where it is now', async () => {
  const { seed, db, context } = cloud
  const [member, secretary] = [await seed.member(), await seed.secretary()]
  const needId = await seed.place(await seed.resident())
  await seed.move(secretary, { needId, action: 'dispatch', offer: seed.toPool })
  const [pool, own] = [`${community}:pool`, `user:${member.id}`]
  const { first } = await listener(pool, own)
  await seedWith({ db, vault: context.vault }).move(member, { needId, action: 'claim' })
  audience.moved([pool])
  const news = await first
  expect(news.map(({ scope }) => scope).sort()).toEqual([pool, own])
  expect(news.flatMap((each) => (each.type === 'patch' ? each.rows : []))).toEqual(
    expect.arrayContaining([
      { entity: 'need', id: needId, number: expect.any(Number) }, // gone
      expect.objectContaining({ id: needId, row: expect.objectContaining({ mine: { as: ['holder'] } }) }),
    ]),
  )
})

test.each([
  ['whole', 3, 'patch'],
  ['as hints, where they have no end', 9, 'hint'],
])('[S8] scopes that moved with each other in a row are told %s', async (_, count, type) => {
  const scopes = Array.from({ length: count }, () => `user:${newId()}`)
  const { first } = await listener(...scopes)
  for (const [index, scope] of scopes.entries()) {
    await cloud.db.insertInto('scopes').values({ scope, number: 1 }).execute()
    const row = { scope, number: 1, entity: 'need', id: newId(), row: '{"n":1}', goneAt: null }
    await cloud.db.insertInto('feed').values(row).execute()
    const next = scopes.slice(index, index + 2)
    await cloud.db.insertInto('movedTogether').values({ scope, number: 1, scopes: next }).execute()
  }
  audience.moved(scopes.slice(0, 1))
  const news = await first
  expect(new Set(news.map((each) => each.type))).toEqual(new Set([type]))
  if (type === 'patch') expect(news).toHaveLength(count)
})
