import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { Writable } from 'node:stream'
import type { Instant } from 'domain/kernel/time'
import { migrate } from '../../cloud/db/migrate'
import { type Db, openPool } from '../../cloud/db/pool'
import { buildApp } from '../../cloud/kernel/app'
import type { Config } from '../../cloud/kernel/config'
import type { Context } from '../../cloud/kernel/context'
import { issueToken } from '../../cloud/login/tokens'
import type { Connection } from '../../cloud/postgres/embedded'
import { markAsDemo } from '../../cloud/postgres/instance'
import { freshDatabase, type TestDatabase } from './postgres'
import { district, type Seed, seedWith } from './seed'

export interface TestCloud {
  url: string
  db: Db
  database: TestDatabase
  seed: Seed
  context: Context
  /** Everything that was logged so far. */
  log: () => string
  /** A token for a demo identity's key, or for anybody's id. */
  loginAs: (keyOrId: string) => Promise<string>
  /** Asks the API; a body is sent as JSON. */
  ask: (
    method: string,
    path: string,
    options?: { token?: string | undefined; body?: unknown },
  ) => Promise<Asked>
  stop: () => Promise<void>
}

export interface Asked {
  status: number
  headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  body: any
}

async function withSchema(connection: Connection) {
  const db = openPool(connection)
  await migrate(db)
  await db.destroy()
}

/**
 * A real server on a free port of loopback, over `database` (it is dropped in the end) or a new one of its own.
 * @param options.beside another server, whose database it shares
 */
export async function startCloud({
  config: more = {},
  demo = true,
  database: given,
  beside,
  now,
  comesWithinMs,
}: {
  config?: Partial<Config>
  demo?: boolean
  database?: TestDatabase
  beside?: TestCloud
  now?: () => Instant
  comesWithinMs?: number
} = {}): Promise<TestCloud> {
  const database = beside?.database ?? given ?? (await freshDatabase(withSchema))
  const db = openPool({ ...database.connection, max: 20 })
  if (!beside) await db.updateTable('instance').set({ epoch: crypto.randomUUID() }).execute()
  if (demo) await markAsDemo(db)
  const config: Config = {
    port: 0,
    host: '127.0.0.1',
    dataDir: '/nonexistent',
    databaseUrl: undefined,
    workers: 1,
    district,
    demo,
    production: false,
    logLevel: 'info',
    masterKey: beside?.context.config.masterKey ?? randomBytes(32),
    trustedProxy: undefined,
    limits: { person: 1_000_000, address: 1_000_000 },
    webRoot: path.resolve(__dirname, '../../dist/h5'),
    ...more,
  }
  const logged: string[] = []
  const log = new Writable({
    write: (chunk, _, done) => {
      logged.push(String(chunk))
      done()
    },
  })
  const { app, context } = await buildApp({
    db,
    config,
    log,
    ...(now ? { now } : {}),
    ...(comesWithinMs ? { comesWithinMs } : {}),
  })
  const url = await app.listen({ port: config.port, host: config.host })

  async function loginAs(keyOrId: string) {
    const identity = await db
      .selectFrom('demoIdentities')
      .select('personId')
      .where('key', '=', keyOrId)
      .executeTakeFirst()
    return issueToken(db, identity?.personId ?? keyOrId)
  }

  const ask: TestCloud['ask'] = async (method, path, { token, body } = {}) => {
    const headers: Record<string, string> = {}
    if (token) headers.authorization = `Bearer ${token}`
    if (body !== undefined) headers['content-type'] = 'application/json'
    const response = await fetch(`${url}${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : undefined }
  }

  return {
    url,
    db,
    database,
    context,
    seed: seedWith(context),
    log: () => logged.join(''),
    loginAs,
    ask,
    stop: async () => {
      await app.close()
      await db.destroy()
      if (!beside) await database.drop()
    },
  }
}
