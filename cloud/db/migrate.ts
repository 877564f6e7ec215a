import { sql } from 'kysely'
import * as first from './migrations/0001-first'
import * as whenSpan from './migrations/0002-when-span'
import * as areaPhone from './migrations/0003-area-phone'
import * as checksums from './migrations/0004-checksums'
import * as archived from './migrations/0005-archived'
import type { Db } from './pool'

/** In order, each applied once and never changed after it was released. */
const MIGRATIONS: readonly { name: string; up: string }[] = [first, whenSpan, areaPhone, checksums, archived]

const MIGRATION_LOCK = 71_0001

/** Brings the database to the newest schema. Several servers may start at once: one of them does it. */
export async function migrate(db: Db): Promise<string[]> {
  return db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`.execute(connection)
    try {
      const applied: string[] = []
      const before = await appliedMigrations(connection)
      for (const { name, up } of MIGRATIONS.filter((each) => !before.includes(each.name))) {
        await connection.transaction().execute(async (tx) => {
          await sql.raw(up).execute(tx)
          await tx.insertInto('migrations').values({ name }).execute()
        })
        applied.push(name)
      }
      return applied
    } finally {
      await sql`select pg_advisory_unlock(${MIGRATION_LOCK})`.execute(connection)
    }
  })
}

async function appliedMigrations(db: Db): Promise<string[]> {
  await sql`create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())`.execute(
    db,
  )
  return (await db.selectFrom('migrations').select('name').execute()).map((each) => each.name)
}

/** Whether every migration that this server knows is applied. */
export async function isMigrated(db: Db): Promise<boolean> {
  const applied = await db.selectFrom('migrations').select('name').execute()
  return MIGRATIONS.every(({ name }) => applied.some((each) => each.name === name))
}
