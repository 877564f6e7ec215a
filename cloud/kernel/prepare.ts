import path from 'node:path'
import { openVault } from '../contact/vault'
import { migrate } from '../db/migrate'
import { type Db, openPool } from '../db/pool'
import { urlOf } from '../db/url'
import { seedDistrict } from '../district/seedDistrict'
import { importAll, sourcesIn } from '../import/importAll'
import { startEmbedded } from '../postgres/embedded'
import type { Config } from './config'

/** What a server takes of PostgreSQL: its pool, its notices, and one to spare. */
const CONNECTIONS_EACH = 14

export interface Database {
  db: Db
  /** For another process. */
  url: string
  close: () => Promise<void>
}

export function openDatabase(url: string): Database {
  const db = openPool({ connectionString: url }, (error) =>
    console.error(`The database connection broke: ${error.message}`),
  )
  return { db, url, close: () => db.destroy() }
}

/** Starts the embedded PostgreSQL where no other is named, and brings its database to the newest schema, filled. */
export async function prepare(config: Config, root: string): Promise<Database> {
  const database = await (config.databaseUrl ? openDatabase(config.databaseUrl) : embedded(config))
  const applied = await migrate(database.db)
  if (applied.length > 0) console.log(`Applied ${applied.join(', ')}.`)
  await fill(database.db, config, path.join(root, 'cloud/data'))
  await seedDistrict(database.db, config.district)
  return database
}

async function embedded({ dataDir, workers }: Config): Promise<Database> {
  const connections = Math.max(100, CONNECTIONS_EACH * (workers + 1))
  const server = await startEmbedded({
    dataDir: path.join(dataDir, 'postgres'),
    settings: { max_connections: String(connections) },
  })
  const database = openDatabase(urlOf(server.connection))
  const close = async () => {
    await database.close()
    await server.stop()
  }
  return { ...database, close }
}

/** A new database gets the areas of the country's code and, for a demo, a district at work. */
async function fill(db: Db, { masterKey, demo }: Config, data: string) {
  const progress = (done: number, of: number) => {
    if (done === of || done % 500 === 0) console.log(`  ${done} of ${of} records`)
  }
  const now = new Date().toISOString()
  const filled = await importAll(db, openVault(masterKey), sourcesIn(data, demo), { now, progress })
  if (filled) console.log('The new database is filled.')
}
