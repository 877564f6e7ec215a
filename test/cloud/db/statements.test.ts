import { NEED_KINDS } from 'domain/category/category'
import { sql } from 'kysely'
import { type Db, openPool } from '../../../cloud/db/pool'
import { listPublicNeeds, listStaffNeeds } from '../../../cloud/need/pageRepo'
import { startCloud, type TestCloud } from '../../support/cloud'
import { community } from '../../support/seed'

let cloud: TestCloud
let one: Db
beforeAll(async () => {
  cloud = await startCloud()
  one = openPool({ ...cloud.database.connection, max: 1 })
})
afterAll(async () => {
  await one.destroy()
  await cloud.stop()
})

test('a connection keeps few statements, however oddly lists are asked for', async () => {
  for (let n = 0; n < 60; n++) {
    const q = Array.from({ length: 1 + (n % 12) }, (_, word) => `w${word}`).join(' ')
    const kind = NEED_KINDS[n % NEED_KINDS.length]
    await listPublicNeeds(one, community, { kind }, undefined, 1 + n)
    await listPublicNeeds(one, community, { q }, undefined, 21)
    await listStaffNeeds(one, [community], { q, statuses: ['placed'] }, undefined, 1 + n)
  }
  const { rows } = await sql<{ kept: number }>`
    select count(*)::int as kept from pg_prepared_statements`.execute(one)
  expect(rows[0]?.kept).toBeLessThan(10)
})
