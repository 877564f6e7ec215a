import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { prepareFolder } from './cluster'
import { type Connection, type Running, takeOrLaunch } from './postmaster'

export type { Connection }

/** Between two looks at a server that has gone. */
const AGAIN_MS = 50
const AFTER_FAILURE_MS = 1_000

export type EmbeddedPostgres = {
  /** Stays the same when the server is started again. */
  connection: Connection
  /** The server was running already (its own process died, or lives beside this one). */
  adopted: boolean
  pid: number
  /** Ends the server and waits for it. An adopted server is somebody else's: it goes on. */
  stop(): Promise<void>
}

export type EmbeddedOptions = {
  /** Absolute, and for PostgreSQL alone: as root it is handed to the server's user. */
  dataDir: string
  /** More lines of postgresql.conf. */
  settings?: Record<string, string>
  /** Is told when the server has gone, and when it is back. */
  say?: (text: string) => void
}

/**
 * Starts PostgreSQL on `dataDir`, makes the folder at first, or takes over the server that runs on it.
 * It listens on a unix socket only (Windows: loopback), wants a random password, and checksums its pages.
 * On Linux it ends, cleanly, when this process dies. When it dies itself, it is started again.
 */
export async function startEmbedded({
  dataDir,
  settings = {},
  say = console.error,
}: EmbeddedOptions): Promise<EmbeddedPostgres> {
  if (!path.isAbsolute(dataDir)) throw new Error(`The data folder must be an absolute path: ${dataDir}`)
  const layout = prepareFolder(dataDir)
  const first = await takeOrLaunch(layout, settings)
  const stop = keepRunning(first, say, (before) => takeOrLaunch(layout, settings, before))
  return { connection: first.connection, adopted: first.adopted, pid: first.pid, stop }
}

/**
 * Holds a connection, by whose end it learns of the server's, however that came: of the whole server, or only
 * of its sessions, when PostgreSQL itself recovers from the crash of one.
 * @returns ends the watch and the server
 */
function keepRunning(
  first: Running,
  say: (text: string) => void,
  start: (before: Running) => Promise<Running>,
) {
  let running = first
  let stopped = false
  let held: Client | undefined

  async function untilGone() {
    const client = new Client(running.connection)
    const gone = new Promise((resolve) => client.once('end', resolve))
    client.on('error', () => {}) // `end` follows
    held = client
    try {
      await Promise.race([client.connect(), gone]) // ended by us meanwhile, `connect` says nothing
      await gone
    } catch {
      // not there
    } finally {
      await client.end().catch(() => {})
    }
  }

  async function watch() {
    while (!stopped) {
      await untilGone()
      if (stopped) return
      await sleep(AGAIN_MS)
      try {
        const before = running
        running = await start(before)
        say(running === before ? 'PostgreSQL has recovered.' : 'PostgreSQL had ended, and runs again.')
      } catch (error) {
        say(`PostgreSQL has ended and cannot be started: ${(error as Error).message}`)
        await sleep(AFTER_FAILURE_MS)
      }
    }
  }

  const watching = watch()
  return async () => {
    stopped = true
    await held?.end().catch(() => {})
    await watching
    await running.end()
  }
}
