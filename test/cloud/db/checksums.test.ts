import { termOf, weightOf } from 'domain/kernel/checksum'
import { ENTITIES } from 'domain/things'
import fc from 'fast-check'
import { Client } from 'pg'
import * as first from '../../../cloud/db/migrations/0001-first'
import * as whenSpan from '../../../cloud/db/migrations/0002-when-span'
import * as areaPhone from '../../../cloud/db/migrations/0003-area-phone'
import * as checksums from '../../../cloud/db/migrations/0004-checksums'
import { freshDatabase, type TestDatabase } from '../../support/postgres'

let database: TestDatabase
let client: Client
beforeAll(async () => {
  database = await freshDatabase()
  client = new Client(database.connection)
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await database.drop()
})

test('[S11] a database from before has sums of what stands in it, and weighs as the phone does', async () => {
  for (const { up } of [first, whenSpan, areaPhone]) await client.query(up)
  await client.query(`insert into scopes values ('a', 2000000000), ('b', 7), ('c', 0)`)
  await client.query(`insert into feed (scope, number, entity, id, row) values
    ('a', 1999999999, 'need', 'x', '{}'), ('a', 2000000000, 'area', '441704', '{}'), ('a', 5, 'org', 'y', null), ('b', 7, 'need', 'x', null)`)
  await client.query(checksums.up)
  const { rows } = await client.query('select scope, count::int, sum::float8 from scopes order by scope')
  const sum = (termOf('need', 'x', 1_999_999_999) + termOf('area', '441704', 2_000_000_000)) >>> 0
  expect(rows).toEqual([
    { scope: 'a', count: 2, sum },
    { scope: 'b', count: 0, sum: 0 },
    { scope: 'c', count: 0, sum: 0 },
  ])
  const gone = await client.query('select id from feed where gone_at is not null order by id')
  expect(gone.rows).toEqual([{ id: 'x' }, { id: 'y' }])

  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...ENTITIES), fc.uuid(), async (entity, id) => {
      const { rows } = await client.query('select weight_of($1, $2)::float8 as weight', [entity, id])
      expect(rows[0].weight).toBe(weightOf(entity, id))
    }),
    { numRuns: 50 },
  )
})

test('[S11] no row adds nothing, whatever its number', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.integer({ min: 1, max: 0x7fff_ffff }), (id, number) => {
      expect(weightOf('need', id) % 2).toBe(1)
      expect(termOf('need', id, number)).not.toBe(0)
    }),
  )
})
