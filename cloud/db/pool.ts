import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import { Client, Pool, type PoolConfig, types } from 'pg'
import type { Tables } from './schema'

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

const PREPARED_MAX = 300
const prepared = new Map<string, string>()

function nameOf(text: string): string | undefined {
  const known = prepared.get(text)
  if (known || prepared.size >= PREPARED_MAX) return known
  const name = `q${prepared.size + 1}`
  prepared.set(text, name)
  return name
}

/** Names every statement with parameters by its text, so that a connection parses and plans each of them once. */
class PreparingClient extends Client {
  // biome-ignore lint/suspicious/noExplicitAny: pg declares ten overloads of `query`
  override query(...args: any[]): any {
    const [text, values, ...rest] = args
    const name = typeof text === 'string' && values?.length ? nameOf(text) : undefined
    // biome-ignore lint/suspicious/noExplicitAny: see above
    const ask = super.query as (...asked: any[]) => any
    return name ? ask.call(this, { name, text, values }, ...rest) : ask.apply(this, args)
  }
}

/** @param onError of idle connections: the server went away; the next query opens a new one */
export function openPool(connection: PoolConfig, onError: (error: Error) => void = () => {}): Db {
  const pool = new Pool({
    max: 12,
    connectionTimeoutMillis: 10_000,
    ...connection,
    // Pool hands it on to `new Client`; its own types leave it out.
    ...{ Client: PreparingClient },
    types: { getTypeParser: (oid, format) => parsers[oid] ?? types.getTypeParser(oid, format) },
  })
  pool.on('error', onError)
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
}
