import net from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { PROTOCOL_VERSION } from 'domain/kernel/protocol'
import { startCloud, type TestCloud } from '../../support/cloud'
import { newId, nowText } from '../../support/seed'

const WITHIN_MS = 2_000

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCloud({ comesWithinMs: WITHIN_MS })
  await cloud.seed.areas()
})
afterAll(() => cloud.stop())

/** A connection by which bytes go when one likes; `closed` has all that was answered. */
async function connection() {
  const { hostname, port } = new URL(cloud.url)
  const socket = net.connect(Number(port), hostname)
  let said = ''
  socket.on('data', (data) => (said += data)).on('error', () => {})
  const closed = new Promise<string>((resolve) => socket.on('close', () => resolve(said)))
  await new Promise((resolve) => socket.once('connect', resolve))
  return { socket, closed }
}

/** A request whose body comes after `meanwhile`. */
async function slowly(path: string, token: string, body: object, meanwhile: () => Promise<unknown>) {
  const { socket, closed } = await connection()
  const text = JSON.stringify(body)
  const head = [
    `POST ${path} HTTP/1.1`,
    'host: localhost',
    'content-type: application/json',
    'connection: close',
  ]
  head.push(`authorization: Bearer ${token}`, `content-length: ${Buffer.byteLength(text)}`)
  socket.write(`${head.join('\r\n')}\r\n\r\n${text.slice(0, 1)}`)
  await sleep(100)
  await meanwhile()
  socket.write(text.slice(1))
  return closed
}

const held = async () => {
  const [resident, member, secretary] = [
    await cloud.seed.resident(),
    await cloud.seed.member(),
    await cloud.seed.secretary(),
  ]
  const needId = await cloud.seed.place(resident, { contact: { name: '李大文', phone: '13800138000' } })
  await cloud.seed.move(secretary, { needId, action: 'dispatch', offer: cloud.seed.toPool })
  await cloud.seed.move(member, { needId, action: 'claim' })
  return { needId, member, secretary }
}

test('who logged out before the body had come reveals nothing', async () => {
  const { needId, member } = await held()
  const token = await cloud.loginAs(member.id)
  const said = await slowly(`/api/needs/${needId}/reveal`, token, {}, () =>
    cloud.ask('POST', '/api/logout', { token, body: {} }),
  )
  expect(said).toMatch(/^HTTP\/1.1 401 /)
  expect(said).not.toContain('13800138000')
})

test('[S10] a push is judged by the rights of each command’s own moment, and so is its pull', async () => {
  const { secretary } = await held()
  const token = await cloud.loginAs(secretary.id)
  const needs = await Promise.all(
    Array.from({ length: 50 }, async () => cloud.seed.place(await cloud.seed.resident())),
  )
  const push = needs.map((needId, index) => ({
    id: newId(),
    seq: index + 1,
    name: 'need.move',
    args: { needId, action: 'reject', note: '不在受理范围' },
    at: nowText(),
  }))
  const asking = cloud.ask('POST', '/api/sync', {
    token,
    body: { protocol: PROTOCOL_VERSION, device: newId(), push, cursors: {} },
  })
  const rejected = () => cloud.db.selectFrom('needs').select('id').where('status', '=', 'rejected').execute()
  while ((await rejected()).length < 3) await sleep(1)
  await cloud.seed.must('person.save', { ...secretary, grants: secretary.grants.slice(0, 1) })
  const done = (await rejected()).length
  const { answers, scopes } = (await asking).body as {
    answers: { ok: boolean; code?: string }[]
    scopes: string[]
  }
  expect(answers.filter(({ ok }) => ok).length).toBeLessThanOrEqual(done + 1)
  expect(new Set(answers.slice(done + 1).map(({ code }) => code))).toEqual(new Set(['notFound']))
  expect(scopes.join()).not.toContain(':staff')
})

test.each<[string, string, number | undefined]>([
  ['headers', 'GET /api/health HTTP/1.1\r\nhost: ', 408],
  [
    'a body',
    'POST /api/sync HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{',
    408,
  ],
  ['nothing', '', 408],
])(
  'a connection by which %s comes too slowly is closed',
  async (_, begun, status) => {
    const { socket, closed } = await connection()
    const started = performance.now()
    if (begun) socket.write(begun)
    const drip = setInterval(() => begun && socket.write(begun.endsWith('{') ? ' ' : 'x'), WITHIN_MS / 5)
    const said = await closed
    clearInterval(drip)
    expect(performance.now() - started).toBeLessThan(2 * WITHIN_MS)
    expect(said.slice(0, 12)).toBe(`HTTP/1.1 ${status}`)
  },
  20_000,
)
