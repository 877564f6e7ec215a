import { type ChildProcess, fork } from 'node:child_process'
import { randomBytes, randomInt } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:net'
import { COMMAND_NAMES } from 'domain/commands'
import { PROTOCOL_VERSION } from 'domain/kernel/protocol'
import { Pool } from 'undici'
import { readConfig } from '../../cloud/kernel/config'
import { openDatabase } from '../../cloud/kernel/prepare'
import { serve } from '../../cloud/kernel/serve'
import { newId } from '../support/seed'
import type { Bed } from './bed'
import { Phone } from './phone'

/** The argument with which a bench runs a server in a process of its own that tells what it holds. */
export const WEIGHED = 'weighed'

const WARMING = 6_000
const REQUESTS = 30_000
const AT_ONCE = 16

/** In bytes, after what is garbage is gone. */
interface Weight {
  /** On the heap and beside it. */
  held: number
  resident: number
}

/** The server as it is, and a word of the parent process has it collect its garbage and say what is left. */
export async function serveWeighed() {
  const config = readConfig(process.env)
  const { db } = openDatabase(config.databaseUrl ?? '')
  const { address } = await serve(config, db)
  process.on('message', async () => {
    // What was freed in the first turn lets go of more.
    for (let turn = 0; turn < 3; turn++) {
      globalThis.gc?.()
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    const { heapUsed, external, rss } = process.memoryUsage()
    process.send?.({ held: heapUsed + external, resident: rss } satisfies Weight)
  })
  process.once('disconnect', () => process.exit())
  process.send?.(address)
}

/** What the server holds after ordinary requests, and after each of two rounds of hostile ones. */
export async function hostile(bed: Bed, communities: string[]): Promise<Weight[]> {
  const child = fork(__filename, [WEIGHED], {
    execArgv: ['--expose-gc'],
    env: {
      ...process.env,
      DATABASE_URL: bed.databaseUrl,
      PORT: '0',
      DEMO: '0',
      LOG_LEVEL: 'silent',
      TRUSTED_PROXY: '127.0.0.1',
      MASTER_KEY: randomBytes(32).toString('base64'),
    },
  })
  const [url] = (await once(child, 'message')) as [string]
  const pool = new Pool(url, { connections: AT_ONCE, pipelining: 1 })
  const epoch = await epochAt(pool, communities[0])
  const people = await Promise.all(communities.map((community) => bed.person(community)))
  const tokens = people.map(({ token }) => token)
  try {
    await many(WARMING, (n) => ordinary(pool, pick(communities, n), pick(tokens, n)))
    const weights = [await weigh(child)]
    for (let round = 0; round < 2; round++) {
      await many(REQUESTS, (n) => attack(n, { pool, url, communities, tokens, epoch }))
      weights.push(await weigh(child))
    }
    return weights
  } finally {
    await pool.close()
    const ended = once(child, 'exit')
    child.disconnect()
    await ended
  }
}

async function weigh(child: ChildProcess): Promise<Weight> {
  child.send('weigh')
  const [weight] = (await once(child, 'message')) as [Weight]
  return weight
}

async function many(count: number, once: (n: number) => Promise<unknown>) {
  let next = 0
  const worker = async () => {
    while (next < count) await once(next++)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}

const pick = <T>(list: readonly T[], n: number) => list[n % list.length] as T
const noise = (bytes: number) => randomBytes(bytes).toString('base64url')

interface Asking {
  method?: 'GET' | 'POST'
  token?: string
  body?: string | object
}

async function ask(pool: Pool, path: string, { method = 'GET', token, body }: Asking = {}): Promise<string> {
  const answer = await pool.request({
    method,
    path,
    headers: {
      'accept-encoding': 'gzip',
      'x-forwarded-for': Array.from(randomBytes(4)).join('.'),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  return answer.body.text()
}

const pulling = (more: object) => ({
  protocol: PROTOCOL_VERSION,
  device: newId(),
  push: [],
  cursors: {},
  ...more,
})

async function ordinary(pool: Pool, community: string, token: string) {
  const paths = [`/api/needs?area=${community}`, `/api/services?area=${community}`, '/api/health', '/']
  await ask(pool, pick(paths, randomInt(paths.length)), { token })
  await ask(pool, '/api/sync', { method: 'POST', token, body: pulling({}) })
}

interface Target {
  pool: Pool
  url: string
  communities: string[]
  tokens: string[]
  epoch: string
}

const digits = (count: number) => Array.from({ length: count }, () => randomInt(10)).join('')
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)

const command = (name: string, args: unknown, id = newId()) => ({
  id,
  seq: randomInt(1, 2 ** 31),
  name,
  args,
  at: new Date().toISOString(),
})

/** One kind after another, each with what was never said before. */
const ATTACKS: ((target: Target, n: number) => Promise<unknown>)[] = [
  // Log-ins and paths.
  ({ pool }) => ask(pool, '/api/needs', { token: noise(32) }),
  ({ pool }) => ask(pool, `/api/${noise(20)}/${noise(20)}?${noise(8)}=${noise(40)}`),
  ({ pool }) => ask(pool, `/${noise(30)}.js?${noise(8)}`),
  ({ pool }) => ask(pool, `/${noise(30)}/../%2e%2e/%00${noise(8)}`),
  ({ pool }) => ask(pool, `/api/needs/${newId()}`),
  ({ pool, tokens }, n) =>
    ask(pool, `/api/needs/${newId()}/reveal`, { method: 'POST', token: pick(tokens, n) }),
  ({ pool }) => ask(pool, '/api/login/demo', { method: 'POST', body: { person: noise(20) } }),
  // Lists: every number of words, filters and rows makes another statement.
  ({ pool, communities }, n) =>
    ask(pool, `/api/needs?area=${pick(communities, n)}&limit=${randomInt(1, 101)}&q=${words()}${filters()}`),
  ({ pool }) =>
    ask(pool, `/api/services?area=${digits(randomInt(1, 13))}&limit=${randomInt(1, 101)}&q=${words()}`),
  ({ pool }) => ask(pool, `/api/resources?${noise(8)}=${noise(8)}&after=${newId()}&category=${digits(30)}`),
  // Bodies.
  ({ pool }) => post(pool, noise(400)),
  ({ pool }) => post(pool, nested(randomInt(1_000, 50_000))),
  ({ pool }, n) => post(pool, n % 16 === 0 ? { push: noise(randomInt(1_500_000)) } : { push: noise(3_000) }),
  ({ pool }) => post(pool, Object.fromEntries(Array.from({ length: 500 }, () => [noise(9), noise(9)]))),
  ({ pool }) => post(pool, pulling({ troubles: Array.from({ length: 50 }, trouble) })),
  ({ pool }) => post(pool, pulling({ differed: Array.from({ length: 100 }, () => noise(30)) })),
  // Commands.
  ({ pool, tokens }, n) => post(pool, pulling({ push: [command(noise(12), {})] }), pick(tokens, n)),
  ({ pool, tokens }, n) =>
    post(
      pool,
      pulling({ push: [command(pick(COMMAND_NAMES, n), { [noise(9)]: noise(90) })] }),
      pick(tokens, n),
    ),
  ({ pool, tokens }, n) =>
    post(
      pool,
      pulling({ push: [command('need.move', { needId: newId(), action: noise(6) }, noise(16))] }),
      pick(tokens, n),
    ),
  // Pulls.
  ({ pool }) => post(pool, pulling({ watching: digits(12) })),
  ({ pool, epoch, communities }, n) => {
    const watching = pick(communities, n)
    return post(pool, pulling({ watching, cursors: { [watching]: { epoch, number: randomInt(20_000) } } }))
  },
  ({ pool, tokens }, n) => {
    const cursors = Array.from({ length: 300 }, () => [
      noise(20),
      { epoch: noise(20), number: randomInt(2 ** 40) },
    ])
    return post(pool, pulling({ cursors: Object.fromEntries(cursors) }), pick(tokens, n))
  },
  // What is no request.
  ({ url }) => babble(url, noise(300)),
  ({ url }) => babble(url, `POST /api/sync HTTP/1.1\r\nhost: x\r\ncontent-length: 900000\r\n\r\n{"push":[`),
  ({ url }) => babble(url, `GET /api/${noise(9)} HTTP/1.1\r\n${noise(9)}: ${noise(9_000)}\r\n`),
  ({ url }) => babble(url, `${UPGRADE}${noise(200)}`),
  ({ url }) => babble(url, UPGRADE),
]
const UPGRADE =
  'GET /api/live HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n' +
  'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n'

const attack = (n: number, target: Target) => pick(ATTACKS, n)(target, n)

const post = (pool: Pool, body: string | object, token?: string) =>
  ask(pool, '/api/sync', { method: 'POST', body, ...(token ? { token } : {}) })

const words = () => encodeURIComponent(Array.from({ length: randomInt(1, 12) }, () => noise(2)).join(' '))

function filters(): string {
  const all = [
    'status=placed',
    'kind=help',
    `category=${digits(9)}`,
    `after=2026-03-18T02:03:04.000Z,${newId()}`,
  ]
  return all
    .filter(() => randomInt(2) === 0)
    .map((each) => `&${each}`)
    .join('')
}

const trouble = () => ({ build: noise(20), place: noise(40), message: noise(200) })

/** Says something on a connection of its own, waits a little, and goes without a word. */
async function babble(url: string, text: string) {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  socket.on('error', () => {})
  socket.resume().write(text)
  await new Promise((resolve) => setTimeout(resolve, 20))
  socket.destroy()
}

async function epochAt(pool: Pool, community: string | undefined): Promise<string> {
  const phone = new Phone(pool, undefined, community)
  await phone.sync()
  const [cursor] = Object.values(phone.cursors)
  if (!cursor) throw new Error('nothing was brought')
  return cursor.epoch
}
