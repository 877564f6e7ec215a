import { sql } from 'kysely'
import { isMigrated, migrate } from '../../../cloud/db/migrate'
import { freshPipeline, type TestPipeline } from '../../support/pipeline'

let server: TestPipeline
beforeEach(async () => {
  server = await freshPipeline()
})
afterEach(() => server.stop())

test('a database that kept its own list of migrations is taken over as it is', async () => {
  const { db } = server
  await sql`create table migrations as select name, now() as applied_at from kysely_migration`.execute(db)
  await sql`drop table kysely_migration, kysely_migration_lock`.execute(db)
  expect(await migrate(db)).toEqual([])
  expect(await isMigrated(db)).toBe(true)
})

test('a server that knows more than the database has is not ready', async () => {
  const { db } = server
  await sql`delete from kysely_migration where name = '0001-first'`.execute(db)
  expect(await isMigrated(db)).toBe(false)
  await expect(migrate(db)).rejects.toThrow('already exists')
})
