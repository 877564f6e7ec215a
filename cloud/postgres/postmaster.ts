import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { createCluster, type Layout, makeOwn, refuseOtherVersion, serverEnv, tailOf, USER } from './cluster'
import { locateBinaries } from './postgresBinaries'
import { withStartLock } from './startLock'

const PORT = 5432
/** A unix socket's path has 107 characters at most on Linux, 103 on macOS. */
const SOCKET_PATH_MAX = 103
const START_TIMEOUT_MS = 300_000
const STOP_TIMEOUT_MS = 30_000
const CONNECT_TIMEOUT_MS = 5_000

/** What `pg` takes as its settings; `host` is the folder of the socket. */
export type Connection = { host: string; port: number; user: string; password: string; database: string }

/** A server that takes statements. */
export type Running = {
  connection: Connection
  adopted: boolean
  pid: number
  /** Ends it and waits for that; one that is somebody else's goes on. */
  end(): Promise<void>
}

/**
 * The server that runs on the folder, or a new one; one process at a time looks.
 * @param before the server that was there until now: it may have come back by itself, and its successor gets its address
 */
export const takeOrLaunch = (
  layout: Layout,
  settings: Record<string, string>,
  before?: Running,
): Promise<Running> =>
  withStartLock(layout.lock, async () => {
    const running = await adopt(layout)
    if (running) return running.pid === before?.pid ? before : running
    const native = locateBinaries(layout.dataDir, layout.user)
    if (!fs.existsSync(layout.cluster)) await createCluster(native, layout)
    refuseOtherVersion(native, layout)
    return launch(native, layout, settings, before?.connection)
  })

async function launch(
  native: string,
  layout: Layout,
  settings: Record<string, string>,
  before: Connection | undefined,
): Promise<Running> {
  const address = await chooseAddress(layout, before)
  const conf = { ...safeSettings, ...address.settings, ...settings }
  const args = [
    '-D',
    layout.cluster,
    ...Object.entries(conf).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
  const spawnOne = () => spawnServer(path.join(native, 'bin/postgres'), args, layout)
  const connection = connectionOf(layout, address)
  const started = Date.now()
  let server = spawnOne()
  while (!(await answers(connection))) {
    if (Date.now() - started > START_TIMEOUT_MS) {
      await end(server, native, layout)
      throw new Error(
        `PostgreSQL was not ready within ${START_TIMEOUT_MS / 1000} s:\n${tailOf(layout.startLog)}`,
      )
    }
    if (hasEnded(server)) {
      const said = tailOf(layout.startLog)
      if (!said.includes(SESSIONS_LEFT)) throw new Error(`PostgreSQL did not start:\n${said}`)
      await sleep(100)
      server = spawnOne()
    }
    await sleep(15)
  }
  return {
    connection,
    adopted: false,
    pid: server.pid ?? 0,
    end: async () => {
      await end(server, native, layout)
      if (address.temporary) fs.rmSync(address.host, { recursive: true, force: true })
    },
  }
}

/** Sessions of a server that was killed end by themselves; until the last has, PostgreSQL keeps the data from a second. */
const SESSIONS_LEFT = 'pre-existing shared memory block'

/** The log is kept for a week and holds neither values nor statements: those may name people. */
const safeSettings = {
  logging_collector: 'on',
  log_filename: 'postgresql-%a.log',
  log_rotation_age: '1d',
  log_truncate_on_rotation: 'on',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
}

type Address = { host: string; port: number; temporary: boolean; settings: Record<string, string> }

async function chooseAddress({ dataDir, user }: Layout, before: Connection | undefined): Promise<Address> {
  if (process.platform === 'win32') {
    // Node has no unix sockets there.
    const port = before?.port ?? (await freePort())
    const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', port: String(port) }
    return { host: '127.0.0.1', port, temporary: false, settings }
  }
  const near = path.join(dataDir, 'run')
  const temporary = path.join(near, `.s.PGSQL.${PORT}`).length > SOCKET_PATH_MAX
  const host = before?.host ?? (temporary ? fs.mkdtempSync('/tmp/xianfeng-') : near)
  makeOwn(host, user)
  // Left by a crash; its number may belong to another program by now, and PostgreSQL would refuse to start beside it.
  fs.rmSync(path.join(host, `.s.PGSQL.${PORT}.lock`), { force: true })
  const settings = {
    listen_addresses: '',
    unix_socket_directories: host,
    unix_socket_permissions: '0700',
    port: String(PORT),
  }
  return { host, port: PORT, temporary, settings }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo
      server.close(() => resolve(port))
    })
  })
}

function spawnServer(postgres: string, args: string[], { dataDir, startLog, user }: Layout): ChildProcess {
  const log = fs.openSync(startLog, 'w', 0o600)
  // Detached: a Ctrl-C in the terminal is for us alone, so that running requests find their database.
  const options = {
    cwd: dataDir,
    env: serverEnv(),
    detached: true,
    stdio: ['ignore', log, log] as ('ignore' | number)[],
  }
  try {
    if (!canFollowParent()) return spawn(postgres, args, { ...options, ...user })
    const as = user ? [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups'] : []
    return spawn('setpriv', ['--pdeathsig=INT', ...as, postgres, ...args], options)
  } finally {
    fs.closeSync(log)
  }
}

/** util-linux's setpriv asks the kernel for a SIGINT (a fast, clean shutdown) when the parent dies, however it dies. */
const canFollowParent = () =>
  process.platform === 'linux' && spawnSync('setpriv', ['--pdeathsig=INT', 'true']).status === 0

const hasEnded = (server: ChildProcess) =>
  server.exitCode !== null || server.signalCode !== null || !server.pid

async function end(server: ChildProcess, native: string, { cluster }: Layout) {
  if (hasEnded(server)) return
  const ended = new Promise((resolve) => server.once('exit', resolve))
  // A killed process on Windows would leave a recovery to the next start.
  if (process.platform === 'win32')
    spawnSync(path.join(native, 'bin/pg_ctl'), ['stop', '-D', cluster, '-m', 'fast'])
  else server.kill('SIGINT')
  const impatient = setTimeout(() => server.kill('SIGQUIT'), STOP_TIMEOUT_MS)
  await ended
  clearTimeout(impatient)
}

/** postmaster.pid, by lines: process, data folder, start time, port, socket folder, TCP address, … */
function readPidFile({ cluster }: Layout) {
  try {
    const lines = fs.readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]), host: lines[4] || lines[5] || '' }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** The server that runs on the folder; one that is just ending is waited for. */
async function adopt(layout: Layout): Promise<Running | undefined> {
  const started = Date.now()
  for (let file = readPidFile(layout); file && isServer(file.pid, layout); file = readPidFile(layout)) {
    if (file.host) {
      const connection = connectionOf(layout, file)
      if (await answers(connection)) return { connection, adopted: true, pid: file.pid, end: async () => {} }
    }
    if (Date.now() - started > START_TIMEOUT_MS)
      throw new Error(`PostgreSQL (process ${file.pid}) runs but does not answer.`)
    await sleep(30)
  }
  // As above. Against sessions that are left PostgreSQL looks at the shared memory itself.
  fs.rmSync(path.join(layout.cluster, 'postmaster.pid'), { force: true })
  return undefined
}

function isServer(pid: number, { cluster }: Layout): boolean {
  if (process.platform === 'linux') {
    try {
      return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(cluster)
    } catch {
      return false
    }
  }
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function connectionOf({ passwordFile }: Layout, { host, port }: { host: string; port: number }): Connection {
  return { host, port, user: USER, password: fs.readFileSync(passwordFile, 'utf8'), database: 'postgres' }
}

const NOT_YET = ['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03']

/** Whether it takes statements; not while it starts, recovers or shuts down. A wrong password is an error. */
async function answers(connection: Connection): Promise<boolean> {
  const client = new Client({ ...connection, connectionTimeoutMillis: CONNECT_TIMEOUT_MS })
  client.on('error', () => {}) // the server may go away in the middle
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (NOT_YET.includes(code ?? '') || /terminated|timeout expired/.test(message)) return false
    throw error
  } finally {
    await client.end().catch(() => {})
  }
}
