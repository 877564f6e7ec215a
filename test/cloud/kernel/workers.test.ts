import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import type { Person } from 'domain/person/person'
import WebSocket from 'ws'
import { createApp } from '../../src/sync/app'
import { type BuiltCloud, startBuiltCloud } from '../../support/builtCloud'
import { startCloud, type TestCloud } from '../../support/cloud'
import { openSocket } from '../../support/liveSocket'
import { createNodePlatform } from '../../support/nodePlatform'
import { community } from '../../support/seed'

const TWO = ['--workers', '2']

/** A server of this process, on the database that the workers share. */
let beside: TestCloud
let built: BuiltCloud
let people: Person[]
beforeAll(async () => {
  beside = await startCloud()
  await beside.seed.areas()
  const [port, free] = await takePort()
  await free()
  built = await startBuiltCloud(beside.database.url, { DEMO: '0', PORT: port }, TWO)
  people = await Promise.all(Array.from({ length: 6 }, () => beside.seed.resident()))
}, 120_000)
afterAll(async () => {
  await built.stop()
  await beside.stop()
})

/** A port of loopback that is this process's until it is set free. */
async function takePort(): Promise<[port: string, free: () => Promise<void>]> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return [String(port), () => new Promise((resolve) => server.close(() => resolve()))]
}

const processes = () =>
  execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number) as [number, number])

const childrenOf = (pid: number) => processes().flatMap(([child, parent]) => (parent === pid ? [child] : []))
const runs = (pid: number) => processes().some(([each]) => each === pid)

async function until(holds: () => boolean | Promise<boolean>) {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 50))
}

test('each worker serves pages and sockets on the one port, and one that dies is replaced', async () => {
  const phones = await Promise.all(
    Array.from({ length: 8 }, async () => {
      const phone = await openSocket(built.url, { watching: community })
      await phone.until('ready')
      return phone
    }),
  )
  const open = () => phones.filter(({ socket }) => socket.readyState === WebSocket.OPEN).length
  const [first, second] = childrenOf(built.pid) as [number, number]
  process.kill(first, 'SIGKILL')
  await until(() => open() < 8)
  expect(open()).toBeGreaterThan(0) // the other's
  for (const file of ['/', '/api/health']) expect((await fetch(built.url + file)).status).toBe(200)
  await until(() => childrenOf(built.pid).length === 2)
  process.kill(second, 'SIGKILL')
  await until(() => open() === 0)
  await until(async () => (await fetch(`${built.url}/api/health`).catch(() => undefined))?.status === 200)
  await until(() => childrenOf(built.pid).length === 2)
}, 90_000)

test('[S3] [S8] phones whose server is killed move on to another, and nothing of what they sent is lost or doubled', async () => {
  const phones = await Promise.all(
    people.map(async (person) => {
      const node = createNodePlatform(built.url)
      const app = createApp(node.platform)
      app.sync.start()
      app.sync.logIn(await beside.loginAs(person.id), person)
      await until(() => app.sync.held('person', person.id).length > 0)
      return { ...node, ...app }
    }),
  )
  const placed: string[] = []
  let killing = true
  const writing = phones.map(async (phone) => {
    while (killing) {
      const args = beside.seed.placeArgs()
      placed.push(args.id)
      phone.send('need.place', args)
      await until(() => phone.status().entries.length === 0)
    }
  })
  for (let round = 0; round < 3; round++) {
    const before = placed.length
    await until(() => placed.length > before + 20)
    const workers = childrenOf(built.pid)
    process.kill(workers[round % workers.length] as number, 'SIGKILL')
    await until(() => childrenOf(built.pid).length === 2)
  }
  killing = false
  await Promise.all(writing)
  const kept = await beside.db.selectFrom('needs').select('id').execute()
  expect(kept.map(({ id }) => id).sort()).toEqual(placed.sort())
  expect(phones.flatMap((phone) => [...phone.status().refusals, ...phone.troubles])).toEqual([])

  const { service } = await beside.seed.service()
  const started = performance.now()
  await until(() => phones.every((phone) => phone.sync.held('service', service.id).length > 0))
  expect(performance.now() - started).toBeLessThan(10_000)
  for (const phone of phones) phone.kill()
}, 90_000)

test('a Ctrl-C ends all of it, the embedded PostgreSQL too', async () => {
  const dataDir = fs.mkdtempSync('/tmp/xf-workers-')
  fs.chmodSync(dataDir, 0o711)
  const own = await startBuiltCloud(undefined, { DEMO: '0', DATA_DIR: dataDir }, TWO)
  await until(async () => (await fetch(`${own.url}/api/health`)).status === 200)
  const postmaster = path.join(dataDir, 'postgres/db/postmaster.pid')
  const database = Number.parseInt(fs.readFileSync(postmaster, 'utf8'), 10)
  const all = childrenOf(own.pid)
  expect(all).toHaveLength(3)
  const terminal = [own.pid, ...all.filter((pid) => pid !== database)]
  for (const pid of terminal) process.kill(pid, 'SIGINT')
  expect(await own.ended).toBe(0)
  expect([...terminal, database].filter(runs)).toEqual([])
  expect(fs.existsSync(postmaster)).toBe(false)
  fs.rmSync(dataDir, { recursive: true })
}, 120_000)

test('workers that cannot start end it, and say why', async () => {
  const [port, free] = await takePort()
  const started = startBuiltCloud(beside.database.url, { PORT: port, DEMO: '0' }, TWO)
  await expect(started).rejects.toThrow(/ended with 1\n(.*\n)*.*EADDRINUSE/)
  await free()
})
