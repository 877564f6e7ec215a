import { type Migration, Migrator, sql } from 'kysely'
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
import * as asks from './migrations/0013-asks'
import * as categories from './migrations/0014-categories'
import * as gridStaff from './migrations/0015-grid-staff'
import * as terms from './migrations/0016-terms'
import * as eventsOfThings from './migrations/0017-events-of-things'
import type { Db, Tx } from './pool'

/** A file of `migrations/`. */
interface Step {
  name: string
  up: string
  /** What SQL alone cannot do to the rows that are there, in the same transaction. */
  fill?: (tx: Tx) => Promise<void>
  /** What the code of today does to them: behind the last step, on the schema that it knows. */
  after?: (tx: Tx) => Promise<void>
}

/** In order, each applied once and never changed after it was released. */
const STEPS: readonly Step[] = [
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
  asks,
  categories,
  gridStaff,
  terms,
  eventsOfThings,
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

/** @param pending how many of the steps are to be applied */
function migrationsOf(pending: () => number): Record<string, Migration> {
  const behind: Step[] = []
  const applied = async (tx: Tx, step: Step) => {
    await sql.raw(step.up).execute(tx)
    await step.fill?.(tx)
    behind.push(step)
    if (behind.length === pending()) for (const { after } of behind) await after?.(tx)
  }
  return Object.fromEntries(STEPS.map((step) => [step.name, { up: (tx: Tx) => applied(tx, step) }]))
}

/**
 * Brings the database to the newest schema, in one transaction: all of it or nothing.
 * @returns the names of what was applied
 */
export async function migrate(db: Db): Promise<string[]> {
  return alone(db, async (connection) => {
    await takeOver(connection)
    let pending = 0
    const migrations = migrationsOf(() => pending)
    // One that came by another branch may be older than what is applied already.
    const migrator = new Migrator({
      db: connection,
      provider: { getMigrations: async () => migrations },
      allowUnorderedMigrations: true,
    })
    pending = (await migrator.getMigrations()).filter(({ executedAt }) => !executedAt).length
    const { error, results = [] } = await migrator.migrateToLatest()
    if (error) throw error
    await migrateBoss(db)
    return results.map(({ migrationName }) => migrationName)
  })
}

/** Databases of before kept their own list of what was applied. */
async function takeOver(db: Db) {
  await sql`
    do $$ begin
      if to_regclass('migrations') is not null then
        create table if not exists kysely_migration (name varchar(255) primary key, timestamp varchar(255) not null);
        insert into kysely_migration select name, applied_at::text from migrations;
        drop table migrations;
      end if;
    end $$`.execute(db)
}

/** Whether every migration that this server knows is applied. */
export async function isMigrated(db: Db): Promise<boolean> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db)
  return STEPS.every(({ name }) => rows.some((each) => each.name === name))
}
