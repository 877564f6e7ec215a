import { PAGE_ROWS, type SyncRequest } from 'domain/kernel/protocol'
import { sql } from 'kysely'
import { NetworkFailure, type Platform } from '@/platform/port'
import { createApp } from '../../src/sync/app'
import { startCloud, type TestCloud } from '../../support/cloud'
import { createNodePlatform } from '../../support/nodePlatform'
import { community } from '../../support/seed'

const ROWS = 3 * PAGE_ROWS

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCloud()
  await cloud.seed.areas()
  await cloud.seed.service()
  await manyOf('service')
})
afterAll(() => cloud.stop())

/** Copies the only such row of the community until there are ROWS of them. */
async function manyOf(entity: string) {
  await sql`with one as (select * from feed where scope = ${community} and entity = ${entity}),
    ids as (select n, gen_random_uuid()::text as id from generate_series(1, ${ROWS - 1}) n),
    copied as (
      insert into feed (scope, number, entity, id, row)
      select scope, number + n, entity, ids.id, jsonb_set(row::jsonb, '{id}', to_jsonb(ids.id))::json from one, ids
      returning number, entity, id
    )
    update scopes set number = ${ROWS}, count = ${ROWS}, sum = (sum +
      (select sum((weight_of(entity, id) * number) & 4294967295) from copied)::bigint) & 4294967295
    where scope = ${community}`.execute(cloud.db)
}

test('[S7] of a first pull in pages, one request that is lost is asked again from where the pages had come to', async () => {
  const resident = await cloud.seed.resident()
  /** Where home stood in each request. */
  const asked: number[] = []
  const node = createNodePlatform(cloud.url)
  const platform: Platform = {
    ...node.platform,
    request: async (request) => {
      const answer = await node.platform.request(request)
      asked.push((request.body as SyncRequest).cursors[community]?.number ?? 0)
      if (asked.filter((number) => number === PAGE_ROWS).length === 1) throw new NetworkFailure('timeout')
      return answer
    },
  }
  const app = createApp(platform)
  app.sync.start()
  app.sync.logIn(await cloud.loginAs(resident.id), resident)
  const held = () => [...app.rows().keys()].filter((key) => key.startsWith('service/')).length
  while (held() === 0) await new Promise((resolve) => setTimeout(resolve, 20))
  node.kill()
  expect(held()).toBe(ROWS)
  expect(asked.filter((number) => number > 0).slice(0, 3)).toEqual([PAGE_ROWS, PAGE_ROWS, 2 * PAGE_ROWS])
  expect(asked.indexOf(PAGE_ROWS)).toBe(asked.lastIndexOf(0) + 1)
})
