import { execFileSync } from 'node:child_process'
import { PROTOCOL_VERSION } from 'domain/kernel/protocol'
import { startBuiltCloud } from '../support/builtCloud'
import { newId } from '../support/seed'
import type { Bed } from './bed'
import { type Heard, openCrowd } from './crowd'
import { median } from './figures'
import { connect, Phone } from './phone'
import { startPlain } from './plain'

const CHANGES = 50
/** How many listen. */
export const SIZES = [2_000, 10_000]
const ACROSS = 200
/** The secretary's own request pulls once with every change. */
const OWN_PULLS = 1

/** What is heard by a crowd of one size, in milliseconds: the medians. */
type Told = Omit<Heard, 'bytes'>
interface Listened {
  told: Told[]
  /** Of a message. */
  bytes: number
  /** Of the server's memory, by connection. */
  memory: number
}

/**
 * Guests look at a community; its secretary changes one thing after another. Beside it a plain `ws` server, in a
 * process of its own too, that says as many bytes to as many.
 */
export async function fanOut(bed: Bed, community: string) {
  const cloud = await startBuiltCloud(bed.databaseUrl, { DEMO: '0' })
  const plain = await startPlain()
  try {
    const { change, close } = await secretary(bed, community, cloud.url)
    const before = await reads(bed)
    const ours = await listen(cloud, hello(community), change)
    const perChange = ((await reads(bed)) - before) / (CHANGES * SIZES.length)
    const text = 'n'.repeat(ours.bytes - FRAME_HEAD)
    const theirs = await listen(plain, 'hello', () => plain.say(text))
    await close()
    return { ours, theirs, reads: perChange - OWN_PULLS }
  } finally {
    await cloud.stop()
    await plain.stop()
  }
}
/** Of a message between 126 bytes and 64 kB. */
const FRAME_HEAD = 4

/** The change is made on one server, the sockets are open to another. @returns until the last has it, in ms */
export async function fanOutAcross(bed: Bed, community: string): Promise<number> {
  const other = await startBuiltCloud(bed.databaseUrl, { DEMO: '0' })
  const crowd = openCrowd(other.url, hello(community))
  try {
    const { change, close } = await secretary(bed, community, bed.url)
    await crowd.grow(ACROSS)
    const heard = await repeat(() => crowd.hears(change))
    await close()
    return median(heard.map(({ all }) => all))
  } finally {
    crowd.close()
    await other.stop()
  }
}

async function listen(
  server: { url: string; pid: number },
  first: string,
  say: () => unknown,
): Promise<Listened> {
  const crowd = openCrowd(server.url, first)
  const before = memoryOf(server.pid)
  const told: Told[] = []
  let [bytes, memory] = [0, 0]
  for (const size of SIZES) {
    await crowd.grow(size)
    memory = (memoryOf(server.pid) - before) / size
    const heard = await repeat(() => crowd.hears(say))
    told.push({ all: median(heard.map(({ all }) => all)), spread: median(heard.map(({ spread }) => spread)) })
    bytes = heard[0]?.bytes ?? 0
  }
  crowd.close()
  return { told, bytes, memory }
}

async function repeat<T>(once: () => Promise<T>): Promise<T[]> {
  const all: T[] = []
  for (let n = 0; n < CHANGES; n++) all.push(await once())
  return all
}

/** Resident, in bytes. */
const memoryOf = (pid: number) => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)])) * 1024

const hello = (watching: string) => JSON.stringify({ type: 'hello', protocol: PROTOCOL_VERSION, watching })

/** A secretary saves a service: that moves the public list with a single row. */
async function secretary(bed: Bed, community: string, url: string) {
  const pool = connect(url, 2)
  const { token } = await bed.person(community, [{ role: 'secretary', area: community }])
  const phone = new Phone(pool, token)
  await phone.pullAll()
  const change = async () => {
    const answer = await phone.send('resource.save', {
      id: newId(),
      communityCode: community,
      ownerName: '党群驿站',
      categoryCode: 'resource-item',
      title: '折叠梯',
      description: '三米，用完放回原处',
      quantity: 1,
      unit: '把',
      openText: '每天 08:30–21:00',
      listed: true,
    })
    if (!answer.ok) throw new Error(answer.code)
  }
  return { change, close: () => pool.close() }
}

/** How often the database was asked for what is new in a scope. */
async function reads({ pool }: Bed): Promise<number> {
  const { rows } = await pool.query(
    `select coalesce(sum(calls), 0)::int as calls from pg_stat_statements where query like '%with ordinality as h%'`,
  )
  return rows[0].calls
}
