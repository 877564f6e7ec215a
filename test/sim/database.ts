import type { Person } from 'domain/person/person'
import { Client } from 'pg'
import { openVault } from '../../cloud/contact/vault'
import { migrate } from '../../cloud/db/migrate'
import { type Db, openPool } from '../../cloud/db/pool'
import { lockPerson } from '../../cloud/person/personRepo'
import type { Connection } from '../../cloud/postgres/embedded'
import { freshDatabase } from '../support/postgres'
import { seedWith } from '../support/seed'
import { furnish } from './roster'

/** A copy of all tables lies in a schema of its own: how the world begins, and the last backup. */
type Copy = 'beginning' | 'backup'

export interface SimDatabase {
  connection: Connection
  /** Ours: beside the gate it is asked only while the server does nothing. */
  observer: Client
  /** The world as every run finds it. */
  begin(epoch: string): Promise<void>
  backUp(): Promise<void>
  /** The database is as it was backed up, and another one to phones. */
  restore(epoch: string): Promise<void>
  readPerson(id: string): Promise<Person | undefined>
  /** Another of ours, for what reads by the server's own words. */
  db: Db
  drop(): Promise<void>
}

export async function openDatabase(): Promise<SimDatabase> {
  const database = await freshDatabase(async (connection) => {
    const db = openPool(connection)
    await migrate(db)
    await furnish(seedWith({ db, vault: openVault(Buffer.alloc(32)) }))
    await db.destroy()
  }, 'template_simulation')
  const observer = new Client(database.connection)
  await observer.connect()
  const db = openPool({ ...database.connection, max: 1, idleTimeoutMillis: 0 })
  const tables = await tablesOf(observer)
  // No foreign key is checked while tables are copied one by one.
  await observer.query('set session_replication_role = replica')

  async function copy(from: string, to: string) {
    const each = (table: string) =>
      `delete from ${to}.${table}; insert into ${to}.${table} select * from ${from}.${table};`
    await observer.query(tables.map(each).join('\n'))
  }
  for (const schema of ['beginning', 'backup'] satisfies Copy[]) {
    const each = (table: string) => `create table ${schema}.${table} (like public.${table} including all);`
    await observer.query(`create schema ${schema}; ${tables.map(each).join('\n')}`)
  }
  await copy('public', 'beginning')
  const setEpoch = (epoch: string) => observer.query('update instance set epoch = $1', [epoch])

  return {
    connection: database.connection,
    observer,
    async begin(epoch) {
      await copy('beginning', 'public')
      await setEpoch(epoch)
    },
    backUp: () => copy('public', 'backup'),
    async restore(epoch) {
      await copy('backup', 'public')
      await setEpoch(epoch)
    },
    db,
    readPerson: (id) => lockPerson(db, id),
    async drop() {
      await observer.end()
      await db.destroy()
      await database.drop()
    },
  }
}

async function tablesOf(observer: Client): Promise<string[]> {
  const { rows } = await observer.query(
    `select tablename from pg_tables where schemaname = 'public' and tablename not like 'kysely_migration%'`,
  )
  return rows.map(({ tablename }) => tablename as string)
}
