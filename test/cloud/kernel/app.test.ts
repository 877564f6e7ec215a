import net from 'node:net'
import { PROTOCOL_VERSION } from 'domain/kernel/protocol'
import { sql } from 'kysely'
import { startCloud, type TestCloud } from '../../support/cloud'
import { newId, nowText } from '../../support/seed'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCloud()
  await cloud.seed.areas()
})
afterAll(() => Promise.all([cloud, ...others].map((each) => each.stop())))

const others: TestCloud[] = []
async function another(options?: Parameters<typeof startCloud>[0]) {
  const started = await startCloud(options)
  others.push(started)
  return started
}

const raw = (path: string, init: RequestInit = {}) => fetch(`${cloud.url}${path}`, init)
const json = { 'content-type': 'application/json' }

test('GET /api/health tells how it is', async () => {
  expect((await cloud.ask('GET', '/api/health')).body).toMatchObject({
    database: true,
    migrated: true,
    protocol: PROTOCOL_VERSION,
  })
})

test('GET /api/openapi.json describes every route', async () => {
  const { status, body } = await cloud.ask('GET', '/api/openapi.json')
  expect(status).toBe(200)
  expect(Object.keys(body.paths).sort()).toEqual([
    '/api/effects/failed',
    '/api/effects/{id}/retry',
    '/api/health',
    '/api/login/demo',
    '/api/logout',
    '/api/needs',
    '/api/needs/{id}',
    '/api/needs/{id}/candidates',
    '/api/needs/{id}/reveal',
    '/api/resources',
    '/api/services',
    '/api/staff/figures',
    '/api/staff/needs',
    '/api/sync',
  ])
  expect(JSON.stringify(body.paths['/api/sync'])).toContain('cursors')
})

test.each<[string, string, RequestInit, number, string]>([
  ['a route that is not there', '/api/nowhere', {}, 404, 'notFound'],
  ['another method', '/api/sync', { method: 'DELETE' }, 404, 'notFound'],
  ['a file that is not there', '/nothing.js', {}, 404, 'notFound'],
  ['JSON that is none', '/api/sync', { method: 'POST', headers: json, body: '{"a":' }, 400, 'badRequest'],
  ['an empty body', '/api/sync', { method: 'POST', headers: json }, 400, 'badRequest'],
  [
    'a prototype',
    '/api/sync',
    { method: 'POST', headers: json, body: '{"__proto__":{"a":1}}' },
    400,
    'badRequest',
  ],
  [
    'XML',
    '/api/sync',
    { method: 'POST', headers: { 'content-type': 'text/xml' }, body: '<a/>' },
    415,
    'badRequest',
  ],
  ['2 MB', '/api/sync', { method: 'POST', headers: json, body: `"${'x'.repeat(2e6)}"` }, 413, 'badRequest'],
  ['a broken escape', '/api/needs/%zz', {}, 400, 'badRequest'],
  ['NUL in a path', '/api/needs/%00', {}, 400, 'badRequest'],
  ['NUL in a query', '/api/needs?q=%00', {}, 400, 'badRequest'],
  ['an area that is none', '/api/needs?area=abc', {}, 400, 'badRequest'],
  ['a limit beyond all', '/api/needs?limit=99999999999999999999', {}, 400, 'badRequest'],
  ['a page of the year 9', "/api/needs?after=0009-99-99T00:00:00.000Z,' or 1=1", {}, 400, 'badRequest'],
  ['an impossible moment', `/api/needs?after=2026-99-99T00:00:00.000Z,${newId()}`, {}, 400, 'badRequest'],
  ['the year 0', `/api/needs?after=0000-01-01T00:00:00.000Z,${newId()}`, {}, 400, 'badRequest'],
  ['a wrong scheme', '/api/staff/needs', { headers: { authorization: 'Basic eDp5' } }, 401, 'loginNeeded'],
])('%s is refused with a sentence', async (_, path, init, status, code) => {
  const answer = await raw(path, init)
  const body = (await answer.json()) as { code: string; text: string }
  expect([answer.status, body]).toEqual([
    status,
    { code, text: expect.stringMatching(/[一-鿿]/), requestId: expect.any(String) },
  ])
})

test('bytes that are no HTTP get a 400 and the server goes on', async () => {
  const { hostname, port } = new URL(cloud.url)
  const said = await new Promise<string>((resolve) => {
    const socket = net.connect(Number(port), hostname, () => socket.write('\u0001\u0002 nonsense\r\n\r\n'))
    socket.once('data', (data) => resolve(String(data)))
  })
  expect(said).toContain('400')
  expect((await raw('/api/health')).status).toBe(200)
})

test('a bug of ours is a 500 that tells nothing but the request’s name, and the log the rest', async () => {
  const broken = await another()
  await broken.seed.areas()
  await broken.db.schema.dropTable('resources').execute()
  const { status, body } = await broken.ask('GET', '/api/resources')
  expect([status, Object.keys(body).sort(), body.code]).toEqual([
    500,
    ['code', 'requestId', 'text'],
    'internal',
  ])
  expect(JSON.stringify(body)).not.toMatch(/relation|select|resources/)
  expect(broken.log()).toContain(body.requestId)
})

test('connections that break in the middle end no process, and lose nothing that was acknowledged', async () => {
  const shaky = await another()
  await shaky.seed.areas()
  const by = await shaky.loginAs((await shaky.seed.resident()).id)
  const cut = sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`
  const pushes = Array.from({ length: 60 }, (_, index) => ({
    id: newId(),
    seq: index + 1,
    name: 'need.place',
    args: shaky.seed.placeArgs(),
    at: nowText(),
  }))
  const send = (push: object[]) =>
    shaky.ask('POST', '/api/sync', { token: by, body: { protocol: 1, device: newId(), push, cursors: {} } })
  const answers = pushes.map(async (push, index) => {
    await new Promise((resolve) => setTimeout(resolve, index * 4))
    return [await send([push]), push] as const
  })
  for (let i = 0; i < 4; i++) {
    await new Promise((resolve) => setTimeout(resolve, 50))
    await cut.execute(shaky.db)
  }
  for (const [answer, push] of await Promise.all(answers)) {
    expect([200, 503]).toContain(answer.status)
    const [said] = (await send([push])).body.answers
    expect(said).toMatchObject({ id: push.id, ok: true })
  }
  const needs = await shaky.db.selectFrom('needs').select('id').execute()
  expect(needs).toHaveLength(pushes.length)
}, 30_000)

test.each([
  ['/', "default-src 'self'", 'SAMEORIGIN'],
  ['/api/health', "default-src 'none'", 'DENY'],
])('headers protect what %s answers', async (path, policy, frames) => {
  const { headers } = await raw(path)
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('x-frame-options')).toBe(frames)
  expect(headers.get('content-security-policy')).toContain(policy)
  expect(headers.get('x-powered-by')).toBe(null)
})

test('large answers are compressed', async () => {
  const large = await raw('/api/openapi.json', { headers: { 'accept-encoding': 'gzip' } })
  expect(large.headers.get('content-encoding')).toBe('gzip')
})

test('who asks too much is told to rest: per address, and per person', async () => {
  const strict = await another({ config: { limits: { person: 3, address: 8 } } })
  await strict.seed.areas()
  const [one, two] = [
    await strict.loginAs((await strict.seed.resident()).id),
    await strict.loginAs((await strict.seed.resident()).id),
  ]
  const asked = []
  for (const by of [one, one, one, one, two, two, two, undefined, undefined]) {
    asked.push((await strict.ask('GET', '/api/needs', { token: by })).status)
  }
  expect(asked).toEqual([200, 200, 200, 429, 200, 200, 200, 200, 429])
})

test('X-Forwarded-For counts only from the named proxy', async () => {
  const ask = async (trustedProxy: string | undefined) => {
    const strict = await another({ config: { limits: { person: 9, address: 2 }, trustedProxy } })
    await strict.seed.areas()
    const statuses = []
    for (const ip of ['1.1.1.1', '2.2.2.2', '3.3.3.3']) {
      const answer = await fetch(`${strict.url}/api/needs`, { headers: { 'x-forwarded-for': ip } })
      statuses.push(answer.status)
    }
    return statuses
  }
  expect(await ask(undefined)).toEqual([200, 200, 429])
  expect(await ask('127.0.0.1')).toEqual([200, 200, 200])
})
