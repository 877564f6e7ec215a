import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type RawBuilder,
  type UnknownRow,
} from 'kysely'
import type { PoolClient } from 'pg'
import { type Db, plugins, poolOf, type Tx } from './pool'
import type { DB as Tables } from './schema'

/** A transaction on one connection, whose statements go out without waiting for each other unless their caller does. */
interface Bound {
  tx: Tx
  client: PoolClient
  ended: boolean
}

const byClient = new WeakMap<PoolClient, Bound>()
const byTx = new WeakMap<Tx, Bound>()

/**
 * Runs `work` in a transaction. `begin` travels with its first statement, and the commit with its last ones where
 * it ends by `commitWith`: a command makes three or four round trips instead of nine, and a scope's counter is
 * locked for no round trip at all.
 */
export async function transact<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await poolOf(db).connect()
  const bound = boundTo(client)
  bound.ended = false
  let broken: Error | undefined
  try {
    const begun = client.query('begin')
    begun.catch(() => {}) // the first statement fails with it
    const result = await work(bound.tx)
    await begun
    if (!bound.ended) await client.query('commit')
    return result
  } catch (error) {
    if (!bound.ended) await client.query('rollback').catch((failed) => (broken = failed))
    throw error
  } finally {
    client.release(broken)
  }
}

/** Sends statements in one go; they run in this order. Each sees what those before it did. */
export async function together(tx: Tx, queries: RawBuilder<unknown>[]): Promise<unknown[][]> {
  const bound = byTx.get(tx)
  if (!bound) return oneByOne(tx, queries)
  const results = await Promise.all(queries.map((query) => send(bound, query)))
  return results.map(({ rows }) => rows)
}

/** The same, and the commit behind them. In a transaction of somebody else, who commits, there is no commit. */
export async function commitWith(tx: Tx, queries: RawBuilder<unknown>[]): Promise<unknown[][]> {
  const bound = byTx.get(tx)
  if (!bound) return oneByOne(tx, queries)
  bound.ended = true
  const sent = queries.map((query) => send(bound, query))
  // After a failed statement PostgreSQL turns it into a rollback; the statement's error is what is thrown.
  const [results] = await Promise.all([Promise.all(sent), bound.client.query('commit')])
  return results.map(({ rows }) => rows)
}

async function oneByOne(tx: Tx, queries: RawBuilder<unknown>[]): Promise<unknown[][]> {
  const results: unknown[][] = []
  for (const query of queries) results.push((await query.execute(tx)).rows)
  return results
}

async function send({ client, tx }: Bound, query: RawBuilder<unknown>): Promise<QueryResult<UnknownRow>> {
  const { sql, parameters, queryId } = query.compile(tx)
  let result: QueryResult<UnknownRow> = await client.query(sql, [...parameters])
  for (const plugin of plugins) result = await plugin.transformResult({ result, queryId })
  return result
}

function boundTo(client: PoolClient): Bound {
  const known = byClient.get(client)
  if (known) return known
  const connection = new BoundConnection(client)
  const tx = new Kysely<Tables>({
    plugins,
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new BoundDriver(connection),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
  const bound = { tx, client, ended: true }
  byClient.set(client, bound)
  byTx.set(tx, bound)
  return bound
}

class BoundConnection implements DatabaseConnection {
  constructor(private readonly client: PoolClient) {}

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, rowCount } = await this.client.query(sql, [...parameters])
    return { rows, numAffectedRows: BigInt(rowCount ?? 0) }
  }

  // biome-ignore lint/correctness/useYield: it only says that it is not there
  async *streamQuery(): AsyncGenerator<never> {
    throw new Error('a transaction does not stream')
  }
}

/** Hands out the one connection; `transact` begins and ends. */
class BoundDriver implements Driver {
  constructor(private readonly connection: DatabaseConnection) {}
  acquireConnection = async () => this.connection
  init = async () => {}
  releaseConnection = async () => {}
  destroy = async () => {}
  beginTransaction = async () => nested()
  commitTransaction = async () => nested()
  rollbackTransaction = async () => nested()
}

function nested(): never {
  throw new Error('a transaction is open already')
}
