import { duplexPair } from 'node:stream'
import type { CommandArgs, CommandName } from 'domain/commands'
import { SYSTEM } from 'domain/kernel/actor'
import { uuid7 } from 'domain/kernel/id'
import type { Answer } from 'domain/kernel/protocol'
import type { PoolClient } from 'pg'
import { WebSocket } from 'ws'
import type { HttpAnswer, HttpRequest } from '@/platform/port'
import { execute } from '../../cloud/commands/execute'
import { type Db, openPool, poolOf } from '../../cloud/db/pool'
import { buildApp } from '../../cloud/kernel/app'
import type { Config } from '../../cloud/kernel/config'
import { issueToken } from '../../cloud/login/tokens'
import type { Dice } from '../support/dice'
import type { VirtualTime } from '../support/fakePlatform'
import type { SimDatabase } from './database'
import type { Gate } from './gate'
import { district } from './roster'

const CONNECTIONS = 6
/** Rows in a page, so that a pull often takes several. */
const PAGE_ROWS = 3

const config: Config = {
  port: 0,
  host: '127.0.0.1',
  dataDir: '/nonexistent',
  databaseUrl: undefined,
  workers: 1,
  district,
  demo: false,
  production: false,
  logLevel: 'error',
  masterKey: Buffer.alloc(32),
  trustedProxy: undefined,
  limits: { person: 1_000_000, address: 1_000_000 },
  webRoot: '/nonexistent',
}

/** One life of the server, from its start to its end or death. */
export async function startServer(
  database: SimDatabase,
  gate: Gate,
  time: VirtualTime,
  dice: Dice,
  onLog: (line: string) => void,
) {
  const now = () => new Date(time.now()).toISOString()
  const { db, pool } = await connections(database, gate)
  const log = { write: (line: string) => alive && onLog(line) } as unknown as NodeJS.WritableStream
  const { app, context } = await gate.freely(async () => {
    const built = await buildApp({ db, config, log, now, pageRows: PAGE_ROWS })
    await built.app.ready()
    return built
  })
  const running = new Set<Promise<unknown>>()
  let alive = true

  function track<T>(work: Promise<T>): Promise<T> {
    const done: Promise<unknown> = work.catch(() => {}).then(() => running.delete(done))
    running.add(done)
    return work
  }

  return {
    now,
    state: () =>
      `${running.size} running, ${pool.idleCount} of ${pool.totalCount} idle, ${pool.waitingCount} waiting`,
    busy: () => running.size > 0 || pool.idleCount < pool.totalCount,
    /** @returns undefined where nobody answers, for it died meanwhile */
    async handle({ method, path, body, token }: HttpRequest): Promise<HttpAnswer | undefined> {
      if (!alive) return undefined
      const asked = app.inject({
        method,
        url: path,
        headers: { ...(token ? { authorization: `Bearer ${token}` } : {}) },
        ...(body === undefined ? {} : { payload: body as object }),
      })
      const { statusCode, payload } = await track(asked)
      return alive ? { status: statusCode, body: payload && JSON.parse(payload) } : undefined
    },
    /** The other end of a socket; undefined: nobody takes it. */
    connect(path: string): WebSocket | undefined {
      if (!alive) return undefined
      const [near, far] = duplexPair()
      app.server.emit('connection', far)
      return new WebSocket(`ws://cloud${path}`, { createConnection: (() => near) as never })
    },
    /** The server's own doing, such as an import. */
    run<N extends CommandName>(name: N, args: CommandArgs<N>): Promise<Answer> {
      const id = uuid7(time.now(), dice.bytes(10))
      return track(execute(context, { id, name, args, at: now() }, SYSTEM, { now: now() }))
    },
    /** As the clock has it done every minute. */
    doEffects: () => track(context.doEffects()),
    /** Ours, so it is in nobody's way. */
    logIn: (personId: string) => gate.freely(() => issueToken(db, personId)),
    /** Ends as it should: nothing is under way. */
    async stop() {
      alive = false
      await gate.freely(() => app.close())
    },
    /** Ends where it stands. */
    async die() {
      alive = false
      await gate.kill()
      await app.close()
      kept = undefined
      await db.destroy()
    },
  }
}

let kept: { db: Db; clients: PoolClient[] } | undefined

/** They outlive a server that ends as it should. All are opened now, for later it would take real time, and in order. */
async function connections({ connection }: SimDatabase, gate: Gate) {
  if (!kept) {
    const db = openPool({ ...connection, max: CONNECTIONS, idleTimeoutMillis: 0, connectionTimeoutMillis: 0 })
    kept = { db, clients: await takeAll(db) }
    for (const client of kept.clients) client.release()
  } else {
    await takeAll(kept.db)
    for (const client of kept.clients) client.release() // now they are handed out in the same order again
  }
  gate.guard(kept.clients)
  return { db: kept.db, pool: poolOf(kept.db) }
}

async function takeAll(db: Db): Promise<PoolClient[]> {
  const clients: PoolClient[] = []
  while (clients.length < CONNECTIONS) clients.push(await poolOf(db).connect())
  return clients
}

/** Ends what the last server left open. */
export async function endConnections() {
  await kept?.db.destroy()
  kept = undefined
}
export type SimServer = Awaited<ReturnType<typeof startServer>>
