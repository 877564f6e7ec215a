import { PROTOCOL_VERSION } from 'domain/protocol'
import { WebSocket } from 'ws'
import { startBuiltCloud } from '../support/builtCloud'
import { newId } from '../support/seed'
import type { Bed } from './bed'
import { connect, Phone } from './phone'

const CHANGES = 20
const OPENING_AT_ONCE = 100

/**
 * Guests look at a community; its secretary changes one need after another.
 * @param at the address of the server that has the sockets
 */
export async function fanOut(bed: Bed, community: string, count = 2_000, at = bed.url) {
  const pool = connect(bed.url, 2)
  const { token } = await bed.person(community, [{ role: 'secretary', area: community }])
  const secretary = new Phone(pool, token)
  await secretary.pullAll()

  let missing = 0
  let all = () => {}
  const sockets: WebSocket[] = []
  for (let opened = 0; opened < count; opened += OPENING_AT_ONCE)
    sockets.push(...(await Promise.all(Array.from({ length: OPENING_AT_ONCE }, () => open(at, community)))))
  for (const socket of sockets)
    socket.on('message', () => {
      if (--missing === 0) all()
    })

  const ms: number[] = []
  const before = await reads(bed)
  for (let n = 0; n < CHANGES; n++) {
    missing = count
    const everybody = new Promise<void>((resolve) => {
      all = resolve
    })
    const started = performance.now()
    await place(secretary, community)
    await everybody
    ms.push(performance.now() - started)
  }
  const perChange = ((await reads(bed)) - before) / CHANGES
  for (const socket of sockets) socket.terminate()
  await pool.close()
  return { ms, reads: perChange - OWN_PULLS }
}

/** The change is made on one server, the sockets are open to another. */
export async function fanOutAcross(bed: Bed, community: string) {
  const other = await startBuiltCloud(bed.databaseUrl, { DEMO: '0' })
  try {
    return await fanOut(bed, community, 200, other.url)
  } finally {
    await other.stop()
  }
}

/** The secretary's own request pulls once with every change. */
const OWN_PULLS = 1

/** A service that is saved moves the public list with a single row. */
async function place(secretary: Phone, community: string) {
  const answer = await secretary.send('resource.save', {
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

function open(url: string, watching: string): Promise<WebSocket> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/api/live`, { perMessageDeflate: false })
  return new Promise((resolve, reject) => {
    socket.once('open', () =>
      socket.send(JSON.stringify({ type: 'hello', protocol: PROTOCOL_VERSION, watching })),
    )
    socket.once('message', () => resolve(socket)) // ready
    socket.once('error', reject)
    socket.once('close', () => reject(new Error('the server closed the socket')))
  })
}

/** How often the database was asked for what is new in a scope. */
async function reads({ pool }: Bed): Promise<number> {
  const { rows } = await pool.query(
    `select coalesce(sum(calls), 0)::int as calls from pg_stat_statements where query like '%with ordinality as h%'`,
  )
  return rows[0].calls
}
