import fs from 'node:fs'
import path from 'node:path'
import type { Grant } from 'domain/kernel/actor'
import { Pool } from 'pg'
import { urlOf } from '../../cloud/db/url'
import { startEmbedded } from '../../cloud/postgres/embedded'
import { startBuiltCloud } from '../support/builtCloud'
import { type LoggedIn, writePerson } from '../support/writtenPeople'
import { WORKERS } from './load'

export interface Bed {
  pool: Pool
  databaseUrl: string
  url: string
  /** Makes a person and a token for them. */
  person(community: string, grants?: Grant[]): Promise<LoggedIn>
  stop(): Promise<void>
}

/** A database of its own and the built server over it, in a process of its own. */
export async function makeBed(): Promise<Bed> {
  const folder = fs.mkdtempSync('/tmp/xf-bench-')
  fs.chmodSync(folder, 0o711)
  const postgres = await startEmbedded({
    dataDir: path.join(folder, 'pg'),
    settings: {
      shared_preload_libraries: 'pg_stat_statements',
      max_connections: '120',
      shared_buffers: '512MB',
    },
  })
  const pool = new Pool({ ...postgres.connection, max: WORKERS })
  pool.on('error', () => {}) // one that PostgreSQL ends before it has said goodbye
  const databaseUrl = urlOf(postgres.connection)
  const cloud = await startBuiltCloud(databaseUrl, { DEMO: '0' })
  await pool.query('create extension if not exists pg_stat_statements')

  return {
    pool,
    databaseUrl,
    url: cloud.url,
    person: (community, grants = []) => writePerson(pool, community, grants),
    stop: async () => {
      await cloud.stop()
      await pool.end()
      await postgres.stop()
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}
