import type { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { type Db, poolOf } from './pool'

const CHANNEL = 'xianfeng'
/** As PostgreSQL lists the connection: by it the servers of one database know of each other. */
const APPLICATION = 'xianfeng notices'
const FIRST_PAUSE_MS = 50
const LONGEST_PAUSE_MS = 5_000
const LOOK_EVERY_MS = 5_000
const ANSWER_WITHIN_MS = 3_000

/** Bytes in a note; PostgreSQL takes less than 8000. */
export const NOTE_MAX = 7_900

export interface Notices {
  /** To every other server. Rejects when that is not certain: then `missed` is called as soon as it can be tried again. */
  tell: (notes: string[]) => Promise<void>
  close: () => Promise<void>
}

interface Ears {
  /** What another server told. */
  heard: (note: string) => void
  /** Something may not have been heard: the connection is a new one, or a server went away, maybe in mid-sentence. */
  missed: () => void
}

/** One connection, apart from the pool, by which a server hears the others and tells them. It is opened again for ever. */
export async function openNotices(db: Db, ears: Ears, onError: (error: unknown) => void): Promise<Notices> {
  const closing = new AbortController()
  let client: Client | undefined = await connect(db, ears.heard)
  const keeping = keep(client)

  async function keep(first: Client) {
    for (let mine: Client | undefined = first; mine; mine = await connectAgain()) {
      client = mine
      const ended = new Promise<void>((resolve) => mine.once('end', resolve))
      const looking = setInterval(lookAround(mine, ears.missed), LOOK_EVERY_MS)
      if (closing.signal.aborted)
        cut(mine) // it was just being opened
      else if (mine !== first) ears.missed()
      await ended
      clearInterval(looking)
      client = undefined
    }
  }

  async function connectAgain(): Promise<Client | undefined> {
    const { signal } = closing
    for (let pause = FIRST_PAUSE_MS; !signal.aborted; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      await sleep(pause * (0.5 + Math.random()), undefined, { signal }).catch(() => {})
      if (signal.aborted) break
      try {
        return await connect(db, ears.heard)
      } catch (error) {
        onError(error)
      }
    }
    return undefined
  }

  return {
    tell: async (notes) => {
      const mine = client
      if (!mine) throw new Error('The connection for notices is broken.')
      try {
        await mine.query('select pg_notify($1, note) from unnest($2::text[]) note', [CHANNEL, notes])
      } catch (error) {
        cut(mine)
        throw error
      }
    },
    close: async () => {
      closing.abort()
      await client?.end()
      await keeping
    },
  }
}

async function connect(db: Db, heard: Ears['heard']): Promise<Client> {
  const { options } = poolOf(db)
  const client = new Client({
    ...options,
    password: options.password, // the pool hides it from the spread
    application_name: APPLICATION,
    query_timeout: ANSWER_WITHIN_MS,
  })
  client.on('error', () => {}) // `end` follows
  try {
    await client.connect()
    const { rows } = await client.query<{ own: number }>('select pg_backend_pid() as own')
    client.on('notification', ({ processId, payload = '' }) => {
      if (processId !== rows[0]?.own) heard(payload)
    })
    await client.query(`listen ${CHANNEL}`)
    return client
  } catch (error) {
    cut(client)
    throw error
  }
}

/**
 * Looks who else is there; a connection that does not answer is as good as none. What a server was about to tell
 * when it was killed may still be on its way to the commit: so it is said to be missed twice.
 */
function lookAround(client: Client, missed: () => void): () => void {
  let known = new Set<string>()
  let justGone = false
  return async () => {
    try {
      const { rows } = await client.query<{ who: string }>(
        `select pid || ' ' || backend_start as who from pg_stat_activity
         where application_name = '${APPLICATION}' and datname = current_database()`,
      )
      const now = new Set(rows.map(({ who }) => who))
      const gone = [...known].some((who) => !now.has(who))
      if (gone || justGone) missed()
      known = now
      justGone = gone
    } catch {
      cut(client)
    }
  }
}

/** At once, where `end()` would wait for the other side. */
function cut(client: Client) {
  ;(client as unknown as { connection: { stream: Socket } }).connection.stream.destroy()
}
