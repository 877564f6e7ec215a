import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import { Client, Pool, type PoolConfig, types } from 'pg'
import type { DB as Tables } from './schema'

export type Db = Kysely<Tables>
/** A database handle with a transaction open on it. */
export type Tx = Kysely<Tables>

const TIMESTAMPTZ = 1184
const INT8 = 20

/** Moments are ISO strings in UTC, as everywhere in `domain/`; counters stay far below 2^53. */
const parsers: Record<number, (text: string) => unknown> = {
  [TIMESTAMPTZ]: (text) => new Date(text).toISOString(),
  [INT8]: Number,
}

/** Statements are few, and their plans do not hang on values: each is planned once a connection. */
const SESSION = '-c plan_cache_mode=force_generic_plan -c jit=off'

/** At the start of a statement whose best plan hangs on a value that stands in its text: no connection keeps it. */
export const PLANNED_EACH_TIME = '/* planned each time */'

const PREPARED_MAX = 300
const prepared = new Map<string, string>()

function nameOf(text: string): string | undefined {
  if (text.startsWith(PLANNED_EACH_TIME)) return undefined
  const known = prepared.get(text)
  if (known || prepared.size >= PREPARED_MAX) return known
  const name = `q${prepared.size + 1}`
  prepared.set(text, name)
  return name
}

/**
 * Names every statement with parameters by its text, so that a connection parses and plans each of them once;
 * and what is asked in one turn of the event loop goes out in one write.
 */
class PreparingClient extends Client {
  // biome-ignore lint/suspicious/noExplicitAny: pg declares ten overloads of `query`
  override query(...args: any[]): any {
    const { stream } = (this as unknown as { connection: { stream: import('node:net').Socket } }).connection
    stream.cork()
    process.nextTick(() => stream.uncork())
    const [text, values, ...rest] = args
    const name = typeof text === 'string' && values?.length ? nameOf(text) : undefined
    // biome-ignore lint/suspicious/noExplicitAny: see above
    const ask = super.query as (...asked: any[]) => any
    return name ? ask.call(this, { name, text, values }, ...rest) : ask.apply(this, args)
  }
}

/** Database snake_case, mapped once. */
export const plugins = [new CamelCasePlugin({ maintainNestedObjectKeys: true })]

const pools = new WeakMap<Db, Pool>()

/** @param onError of a connection that broke: the server went away; the next query opens a new one */
export function openPool(connection: PoolConfig, onError: (error: Error) => void = () => {}): Db {
  const options = {
    max: 12,
    connectionTimeoutMillis: 10_000,
    options: SESSION,
    ...connection,
    // What the types of pg leave out: a client class, and statements sent before the answer to the last.
    Client: PreparingClient,
    pipeline: true,
    types: { getTypeParser: (oid: number) => parsers[oid] ?? types.getTypeParser(oid) },
  } as PoolConfig
  const pool = new Pool(options)
  pool.on('error', onError)
  // One that is in use says so too, and would end the process if nobody listened; its queries fail anyway.
  pool.on('connect', (client) => client.on('error', () => {}))
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), plugins })
  pools.set(db, pool)
  return db
}

export function poolOf(db: Db): Pool {
  const pool = pools.get(db)
  if (!pool) throw new Error('transact() takes what openPool() gave')
  return pool
}
