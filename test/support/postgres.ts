import { Client } from 'pg'
import { urlOf } from '../../cloud/db/url'
import type { Connection } from '../../cloud/postgres/embedded'

export type TestDatabase = {
  connection: Connection
  /** The same as an address, for DATABASE_URL. */
  url: string
  drop(): Promise<void>
}

/** Brings an empty database to the newest schema. */
export type Migrate = (connection: Connection) => Promise<unknown>

const SCHEMA = 'template_xianfeng'
const TEMPLATE_LOCK = 4211

let made = 0

/**
 * A database of its own: an empty one, or what `migrate` makes of an empty one (once in a run, under the name of
 * `template`; then it is copied).
 */
export async function freshDatabase(migrate?: Migrate, template = SCHEMA): Promise<TestDatabase> {
  if (migrate) await makeTemplate(template, migrate)
  const name = `test_${process.env.JEST_WORKER_ID ?? 0}_${process.pid}_${++made}`
  await administer((client) =>
    client.query(`create database ${name} template ${migrate ? template : 'template0'}`),
  )
  const connection = { ...server(), database: name }
  return {
    connection,
    url: urlOf(connection),
    drop: () => administer((client) => client.query(`drop database if exists ${name} with (force)`)),
  }
}

function server(): Connection {
  const said = process.env.TEST_POSTGRES
  if (!said)
    throw new Error('No PostgreSQL: this jest project lacks globalSetup test/support/postgresSetup.ts')
  return JSON.parse(said)
}

async function administer(work: (client: Client) => Promise<unknown>) {
  const client = new Client(server())
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

const templates = new Map<string, Promise<void>>()

/** Under a lock: the workers share the templates, and the first one makes each. */
function makeTemplate(template: string, migrate: Migrate): Promise<void> {
  const made = templates.get(template)
  if (made) return made
  const making = administer(async (client) => {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK])
    const { rowCount } = await client.query('select from pg_database where datname = $1', [template])
    if (rowCount) return
    const unfinished = `${template}_new`
    await client.query(`drop database if exists ${unfinished} with (force)`)
    await client.query(`create database ${unfinished} template template0`)
    await migrate({ ...server(), database: unfinished })
    await client.query(`alter database ${unfinished} rename to ${template}`)
  })
  templates.set(template, making)
  return making
}
