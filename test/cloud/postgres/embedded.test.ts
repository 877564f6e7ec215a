import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { buildSync } from 'esbuild'
import { Client } from 'pg'
import { type Connection, startEmbedded } from '../../../cloud/postgres/embedded'

jest.setTimeout(120_000)

let folder: string
let bundle: string

beforeAll(() => {
  folder = fs.mkdtempSync('/tmp/xf-embedded-')
  fs.chmodSync(folder, 0o711)
  // Inside the project, so that the bundle finds the packages.
  bundle = path.resolve(`dist/test/embedded-${process.pid}.cjs`)
  const entry = path.resolve('cloud/postgres/embedded.ts')
  buildSync({ entryPoints: [entry], outfile: bundle, bundle: true, platform: 'node', packages: 'external' })
})

afterAll(() => {
  fs.rmSync(folder, { recursive: true, force: true })
  fs.rmSync(bundle, { force: true })
})

async function ask(connection: Connection, sql: string): Promise<string> {
  const client = new Client(connection)
  await client.connect()
  try {
    const { rows } = await client.query({ text: sql, rowMode: 'array' })
    return String(rows[0]?.[0])
  } finally {
    await client.end()
  }
}

/** Another process that starts the server, says what it got, and stays until it is killed. */
function otherProcess(dataDir: string) {
  const script = `require(${JSON.stringify(bundle)}).startEmbedded({ dataDir: ${JSON.stringify(dataDir)} })
    .then((s) => console.log(JSON.stringify({ adopted: s.adopted, pid: s.pid })), (e) => console.log(JSON.stringify({ error: e.message })))
  setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const said = new Promise<{ adopted: boolean; pid: number }>((resolve) => {
    child.stdout.once('data', (text) => resolve(JSON.parse(String(text))))
  })
  const kill = () => new Promise((resolve) => child.once('exit', resolve).kill('SIGKILL'))
  return { said, kill }
}

test('a first start makes a checked, closed database, and what is written outlives a stop', async () => {
  const dataDir = path.join(folder, 'first')
  const first = await startEmbedded({ dataDir })
  expect(first.adopted).toBe(false)
  expect(await ask(first.connection, 'show data_checksums')).toBe('on')
  expect(await ask(first.connection, 'show listen_addresses')).toBe('')
  await ask(first.connection, 'create table kept as select 7 as n')
  await expect(ask({ ...first.connection, password: 'wrong' }, 'select 1')).rejects.toThrow(
    'password authentication',
  )
  expect(fs.statSync(path.join(dataDir, 'password')).mode & 0o777).toBe(0o600)
  expect(fs.statSync(dataDir).mode & 0o777).toBe(0o700)
  await first.stop()
  await expect(ask(first.connection, 'select 1')).rejects.toThrow()

  const second = await startEmbedded({ dataDir })
  expect(second.adopted).toBe(false)
  expect(await ask(second.connection, 'select n from kept')).toBe('7')
  await second.stop()
})

test('a running server is adopted, and its adopter does not stop it', async () => {
  const dataDir = path.join(folder, 'adopt')
  const owner = otherProcess(dataDir)
  const { pid } = await owner.said
  const adopter = await startEmbedded({ dataDir })
  expect([adopter.adopted, adopter.pid]).toEqual([true, pid])
  await adopter.stop()
  expect(await ask(adopter.connection, 'select 1')).toBe('1')
  await owner.kill()
})

test('when its process is killed the server ends, and the next start does not mind', async () => {
  const dataDir = path.join(folder, 'killed')
  const owner = otherProcess(dataDir)
  await owner.said
  await owner.kill()
  const next = await startEmbedded({ dataDir })
  expect(await ask(next.connection, 'select 1')).toBe('1')
  await next.stop()
})

test('two first starts at once make one server', async () => {
  const dataDir = path.join(folder, 'twice')
  const both = [otherProcess(dataDir), otherProcess(dataDir)]
  const said = await Promise.all(both.map((one) => one.said))
  expect(said.map(({ adopted }) => adopted).sort()).toEqual([false, true])
  expect(said[0]?.pid).toBe(said[1]?.pid)
  await Promise.all(both.map((one) => one.kill()))
})

test('a long data path puts the socket into a short folder, gone after the stop', async () => {
  const dataDir = path.join(folder, 'long'.repeat(20), 'long'.repeat(10))
  const server = await startEmbedded({ dataDir })
  expect(server.connection.host).toMatch(/^\/tmp\/xianfeng-/)
  expect(await ask(server.connection, 'select 1')).toBe('1')
  await server.stop()
  expect(fs.existsSync(server.connection.host)).toBe(false)
})

/** Resolves when it answers so, whatever it throws meanwhile. */
async function eventually(shows: () => unknown) {
  const until = Date.now() + 60_000
  while (
    !(await Promise.resolve()
      .then(shows)
      .catch(() => false))
  ) {
    if (Date.now() > until) throw new Error(`never: ${shows}`)
    await sleep(20)
  }
}

/** A server here, and what it says of itself. */
async function startTold(name: string) {
  const dataDir = path.join(folder, name)
  const told: string[] = []
  const server = await startEmbedded({ dataDir, say: (text) => told.push(text) })
  const pid = async () =>
    Number(await ask(server.connection, "select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)"))
  return { dataDir, server, told, pid }
}

test('when it is killed it is started again at the same address, with all that was committed', async () => {
  const { server, told, pid } = await startTold(path.join('long'.repeat(20), 'killed'))
  for (const n of [1, 2]) {
    await ask(server.connection, `create table kept${n} as select ${n} as n`)
    const before = await pid()
    process.kill(before, 'SIGKILL')
    await eventually(async () => (await pid()) !== before)
    expect(await ask(server.connection, `select n from kept${n}`)).toBe(String(n))
  }
  // It answers before it is said that it does.
  await eventually(async () => told.length >= 2)
  expect(told).toEqual(Array(2).fill('PostgreSQL had ended, and runs again.'))
  await server.stop()
  await expect(pid()).rejects.toThrow()
})

test('beside sessions that a killed server has left it does not start: it waits for their end', async () => {
  const dataDir = path.join(folder, 'left')
  const owner = otherProcess(dataDir)
  const { pid: before } = await owner.said
  const { connection, stop } = await startEmbedded({ dataDir })
  const sessions = "from pg_stat_activity where backend_type = 'client backend'"
  const first = Number(await ask(connection, `select pid ${sessions} order by backend_start limit 1`))
  await stop()
  process.kill(first, 'SIGSTOP')
  process.kill(before, 'SIGKILL')
  await owner.kill()
  const starting = startEmbedded({ dataDir })
  const said = () => fs.readFileSync(path.join(dataDir, 'start.log'), 'utf8')
  await eventually(() => said().includes('still in use'))
  process.kill(first, 'SIGCONT')
  const next = await starting
  expect([next.adopted, await ask(next.connection, 'select 1')]).toEqual([false, '1'])
  await next.stop()
})

test('when one of its sessions is killed it recovers by itself, and still ends with its owner', async () => {
  const { server, told, pid } = await startTold('session')
  const before = await pid()
  const client = new Client(server.connection)
  client.on('error', () => {})
  await client.connect()
  process.kill(Number((await client.query('select pg_backend_pid() as pid')).rows[0].pid), 'SIGKILL')
  await eventually(() => told.length > 0)
  expect([told, await pid()]).toEqual([['PostgreSQL has recovered.'], before])
  await server.stop()
  await expect(pid()).rejects.toThrow()
})

test('an adopted server whose owner goes is started again by who adopted it', async () => {
  const owner = otherProcess(path.join(folder, 'orphan'))
  const { pid: before } = await owner.said
  const { server, pid } = await startTold('orphan')
  expect(server.adopted).toBe(true)
  await owner.kill()
  await eventually(async () => (await pid()) !== before)
  await server.stop()
  await expect(pid()).rejects.toThrow()
})

test('files that a crash left, whose numbers belong to others now, block nothing', async () => {
  const { dataDir, server } = await startTold('stale')
  await server.stop()
  const { uid, gid } = fs.statSync(dataDir)
  const other = spawn('sleep', ['60'], { uid, gid })
  const others = [other.pid, path.join(dataDir, 'db'), 1, 5432, path.join(dataDir, 'run')].join('\n')
  fs.writeFileSync(path.join(dataDir, 'db/postmaster.pid'), `${others}\n`)
  fs.writeFileSync(path.join(dataDir, 'run/.s.PGSQL.5432.lock'), `${others}\n`)
  fs.writeFileSync(path.join(dataDir, 'run/.s.PGSQL.5432'), '')
  fs.writeFileSync(path.join(dataDir, 'lock'), '999999999')
  const again = await startEmbedded({ dataDir })
  expect([again.adopted, await ask(again.connection, 'select 1')]).toEqual([false, '1'])
  await again.stop()
  other.kill()
})

test('a start that cannot work says why', async () => {
  await expect(startEmbedded({ dataDir: 'relative' })).rejects.toThrow('absolute')
  const dataDir = path.join(folder, 'old')
  const server = await startEmbedded({ dataDir })
  await server.stop()
  fs.writeFileSync(path.join(dataDir, 'db/PG_VERSION'), '17\n')
  await expect(startEmbedded({ dataDir })).rejects.toThrow('made by PostgreSQL 17')
})

const asRoot = process.getuid?.() === 0 ? test : test.skip

asRoot('root does not put it where the server may not go', async () => {
  const closed = path.join(folder, 'closed')
  fs.mkdirSync(closed, { mode: 0o700 })
  await expect(startEmbedded({ dataDir: path.join(closed, 'pg') })).rejects.toThrow(`may not enter ${closed}`)
})
