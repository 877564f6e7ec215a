import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { Grant } from 'domain/actor'
import { uuid7 } from 'domain/id'
import { Pool } from 'pg'
import { startEmbedded } from '../../cloud/db/embedded'
import { startBuiltCloud } from '../support/builtCloud'

export interface Bed {
  pool: Pool
  url: string
  /** Makes a person and a token for them. */
  person(community: string, grants?: Grant[]): Promise<{ id: string; token: string }>
  stop(): Promise<void>
}

export const newId = () => uuid7(Date.now(), randomBytes(10))

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
  const pool = new Pool({ ...postgres.connection, max: 16 })
  const { host, port, user, password, database } = postgres.connection
  const url = `postgres://${user}:${encodeURIComponent(password)}@/${database}?host=${encodeURIComponent(host)}&port=${port}`
  const cloud = await startBuiltCloud(url, { DEMO: '0' })
  await pool.query('create extension if not exists pg_stat_statements')

  return {
    pool,
    url: cloud.url,
    person: async (community, grants = []) => {
      const [id, token] = [newId(), randomBytes(32).toString('base64url')]
      const held = JSON.stringify([{ role: 'resident', area: community }, ...grants])
      await pool.query(
        `insert into people (id, display_name, grants, home_grid, skills, availability, capacity)
         values ($1, '陈师傅', $2, $3, '{}', '[]', 5)`,
        [id, held, `${community}001`],
      )
      await pool.query(`insert into tokens values ($1, $2, now() + interval '1 day')`, [
        createHash('sha256').update(token).digest(),
        id,
      ])
      return { id, token }
    },
    stop: async () => {
      await cloud.stop()
      await pool.end()
      await postgres.stop()
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}
