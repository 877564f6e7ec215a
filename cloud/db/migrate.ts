import { sql } from 'kysely'
import { migrateBoss } from './boss'
import * as first from './migrations/0001-first'
import * as whenSpan from './migrations/0002-when-span'
import * as areaPhone from './migrations/0003-area-phone'
import * as checksums from './migrations/0004-checksums'
import * as archived from './migrations/0005-archived'
import * as movedTogether from './migrations/0006-moved-together'
import * as searchText from './migrations/0007-search-text'
import * as revision from './migrations/0008-revision'
import * as affected from './migrations/0009-affected'
import * as lessons from './migrations/0010-lessons'
import * as askers from './migrations/0011-askers'
import * as effects from './migrations/0012-effects'
import type { Db, Tx } from './pool'

interface Migration {
  name: string
  up: string
  /** What SQL alone cannot do to the rows that are there, in the same transaction. */
  fill?: (tx: Tx) => Promise<void>
}

/** In order, each applied once and never changed after it was released. */
const MIGRATIONS: readonly Migration[] = [
  first,
  whenSpan,
  areaPhone,
  checksums,
  archived,
  movedTogether,
  searchText,
  revision,
  affected,
  lessons,
  askers,
  effects,
]

const MIGRATION_LOCK = 71_0001

/** Several servers may start at once: what changes the schema is done by one of them at a time. */
export async function alone<T>(db: Db, work: (connection: Db) => Promise<T>): Promise<T> {
  return db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`.execute(connection)
    try {
      return await work(connection)
    } finally {
      await sql`select pg_advisory_unlock(${MIGRATION_LOCK})`.execute(connection)
    }
  })
}

/** Brings the database to the newest schema. */
export async function migrate(db: Db): Promise<string[]> {
  return alone(db, async (connection) => {
    const applied: string[] = []
    const before = await appliedMigrations(connection)
    for (const { name, up, fill } of MIGRATIONS.filter((each) => !before.includes(each.name))) {
      await connection.transaction().execute(async (tx) => {
        await sql.raw(up).execute(tx)
        await fill?.(tx)
        await tx.insertInto('migrations').values({ name }).execute()
      })
      applied.push(name)
    }
    await migrateBoss(db)
    return applied
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
