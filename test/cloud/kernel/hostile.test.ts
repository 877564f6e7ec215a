import type { CommandName } from 'domain/commands'
import { PROTOCOL_VERSION } from 'domain/kernel/protocol'
import { ourLiveRequest, ourSyncRequest } from 'domain/synced'
import { COMMANDS } from 'domain/things'
import fc from 'fast-check'
import { startCloud, type TestCloud } from '../../support/cloud'
import { openSocket } from '../../support/liveSocket'
import { valuesOf } from '../../support/schemaValues'
import { district, newId, nowText } from '../../support/seed'

let cloud: TestCloud
let token: string
beforeAll(async () => {
  cloud = await startCloud()
  await cloud.seed.areas()
  const all = (['secretary', 'coordinator', 'member'] as const).map((role) => ({ role, area: district }))
  token = await cloud.loginAs((await cloud.seed.person({ grants: all })).id)
})
/** Whatever is sent: no bug of ours, and nothing that a phone would send again for ever. */
afterEach(() => expect(cloud.log()).not.toContain('"level":50'))
afterAll(() => cloud.stop())

/** Stand for what JSON.stringify itself cannot write. */
const DEEP: Record<string, string> = {
  '«lists»': `${'['.repeat(5_000)}${']'.repeat(5_000)}`,
  '«objects»': `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`,
}
/** A body with a key `__proto__` is not read at all. */
const textOf = (value: unknown): string =>
  (JSON.stringify(value) ?? '')
    .replaceAll('"__proto__":', '"__proto__x":')
    .replace(/"(«\w+»)"/g, (whole, name) => DEEP[name] ?? whole)

const ODD: unknown[] = [
  ...Object.keys(DEEP),
  Array(30_000).fill(0),
  Object.fromEntries(Array.from({ length: 30_000 }, (_, n) => [`k${n}`, 1])),
  JSON.parse('{"constructor":1,"toString":[],"hasOwnProperty":null}'),
  { ['k'.repeat(9_000)]: 1 },
  ...[
    null,
    true,
    {},
    [],
    '',
    ' ',
    'x'.repeat(90_000),
    '9'.repeat(400),
    '\u0000',
    'a\ud800',
    '\udfff',
    '\\u0000',
    '-1',
  ],
  ...[-1, 0, -0, 0.5, 1e21, 2 ** 31, 2 ** 53, -(2 ** 53), 1e308, Number.MIN_VALUE],
  ...[
    '0000-01-01T00:00:00.000Z',
    '9999-12-31T23:59:59.999Z',
    '+275760-09-13T00:00:00.000Z',
    '2026-02-30T00:00:00.000Z',
  ],
  ...["'; drop table needs;--", '{"$gt":""}', '%', '%00', '../../etc/passwd'],
]
const odd = fc.oneof(fc.constantFrom(...ODD), fc.jsonValue(), fc.string({ unit: 'binary', maxLength: 30 }))

/** What a schema asks for, with one of its parts, at whatever depth, in the place of which stands something odd. */
function bent(value: unknown): fc.Arbitrary<unknown> {
  if (!value || typeof value !== 'object') return odd
  const keys = Object.keys(value)
  const more = fc.tuple(fc.constantFrom('__proto__x', 'extra', '0'), odd)
  const own = fc
    .constantFrom(...keys, 'x')
    .chain((key) => fc.tuple(fc.constant(key), fc.oneof(odd, bent((value as Record<string, unknown>)[key]))))
  return fc
    .oneof({ weight: 5, arbitrary: own }, { weight: 1, arbitrary: more })
    .map(([key, other]) =>
      Array.isArray(value)
        ? value.map((each, at) => (String(at) === key ? other : each))
        : { ...value, [key]: other },
    )
}

async function sync(body: unknown, by: string | undefined = token) {
  const answer = await fetch(`${cloud.url}/api/sync`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(by ? { authorization: `Bearer ${by}` } : {}) },
    body: textOf(body),
  })
  return { status: answer.status, body: await answer.json() }
}

test.each(Object.keys(COMMANDS) as CommandName[])(
  '%s: whatever its arguments are, the answer is final',
  async (name) => {
    const args = valuesOf(COMMANDS[name].args)
    const said = fc.oneof({ weight: 1, arbitrary: args }, { weight: 4, arbitrary: args.chain(bent) })
    await fc.assert(
      fc.asyncProperty(fc.array(said, { minLength: 8, maxLength: 8 }), async (all) => {
        const push = all.map((each, index) => ({
          id: newId(),
          seq: index + 1,
          name,
          args: each,
          at: nowText(),
        }))
        const request = { protocol: PROTOCOL_VERSION, device: newId(), push, cursors: {} }
        const { status, body } = await sync(request)
        expect([200, 413]).toContain(status) // so large that it comes one by one
        for (const answer of body.answers ?? []) expect(answer.retry ?? false).toBe(false)
        if (status === 200) expect(body.answers).toHaveLength(push.length)
      }),
      { numRuns: 12, seed: 7 },
    )
  },
  60_000,
)

test('arguments nested 5,000 deep are answered, and what stands beside them is done', async () => {
  const push = [...Object.keys(DEEP), cloud.seed.placeArgs()].map((args, index) => ({
    id: newId(),
    seq: index + 1,
    name: 'need.place',
    args,
    at: nowText(),
  }))
  const { body } = await sync({ protocol: PROTOCOL_VERSION, device: newId(), push, cursors: {} })
  expect(body.answers).toMatchObject([{ code: 'badRequest' }, { code: 'badRequest' }, { ok: true }])
})

test('an order has no 50,000 answers', async () => {
  const answers = Object.fromEntries(Array.from({ length: 50_000 }, (_, n) => [`k${n}`, 1]))
  const args = cloud.seed.placeArgs({ answers })
  const push = [{ id: newId(), seq: 1, name: 'need.place', args, at: nowText() }]
  const { body } = await sync({ protocol: PROTOCOL_VERSION, device: newId(), push, cursors: {} })
  expect(body.answers).toMatchObject([{ code: 'badRequest' }])
})

test('whatever a sync asks for, it is answered or refused', async () => {
  const request = valuesOf(ourSyncRequest).chain(bent)
  await fc.assert(
    fc.asyncProperty(request, fc.constantFrom(token, undefined, 'dead'), async (body, by) => {
      expect((await sync(body, by)).status).toBeLessThan(500)
    }),
    { numRuns: 150, seed: 7 },
  )
}, 60_000)

test('every route, asked with whatever address, query or body', async () => {
  const { body: api } = await cloud.ask('GET', '/api/openapi.json')
  const routes = Object.entries(api.paths as Record<string, object>).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => [method.toUpperCase(), path] as const),
  )
  const text = odd.map((value) => (typeof value === 'string' ? value : textOf(value)).slice(0, 4_000))
  const keys = fc.constantFrom(
    'area',
    'q',
    'after',
    'limit',
    'status',
    'kind',
    'category',
    'grid',
    '__proto__',
    'q',
  )
  const query = fc.array(fc.tuple(keys, text), { maxLength: 3 })
  const types = fc.constantFrom(
    'application/json',
    'text/plain',
    'application/json; charset=utf-16',
    'multipart/form-data',
    '',
  )
  const bodies = fc.oneof(
    odd.map(textOf),
    fc.constantFrom(
      '{',
      '{"a":1',
      '{"__proto__":{"a":1}}',
      '[1,]',
      '{"person":"y","person":"z"}',
      'null',
      '1e999',
    ),
    fc.uint8Array({ maxLength: 40 }),
  )
  const asked = fc.tuple(
    fc.constantFrom(...routes),
    text,
    query,
    types,
    bodies,
    fc.constantFrom(token, 'x'.repeat(7_000), ''),
  )
  await fc.assert(
    fc.asyncProperty(asked, async ([[method, path], id, pairs, type, body, by]) => {
      const where = path.replace('{id}', encodeURIComponent(id.replace(/\p{Cs}/gu, '').slice(0, 300)))
      const search = new URLSearchParams(pairs.map(([key, value]) => [key, value.slice(0, 900)]))
      const answer = await fetch(`${cloud.url}${where}?${search}`, {
        method,
        headers: { 'content-type': type, ...(by ? { authorization: `Bearer ${by}` } : {}) },
        ...(method === 'GET' ? {} : { body }),
      })
      expect([method, path, answer.status < 500 || answer.status]).toEqual([method, path, true])
      await answer.arrayBuffer()
    }),
    { numRuns: 300, seed: 7 },
  )
}, 60_000)

test('whatever is said on a live socket, it is greeted or told why not', async () => {
  const hellos = fc.oneof(
    valuesOf(ourLiveRequest)
      .chain(bent)
      .map((said) => textOf(said)),
    fc.constantFrom('', '{', 'null', '['.repeat(4_000), '\u0000', '"hello"'),
  )
  await fc.assert(
    fc.asyncProperty(hellos, async (said) => {
      const phone = await openSocket(cloud.url)
      phone.socket.on('error', () => {})
      phone.socket.send(said)
      await Promise.race([phone.closed, phone.until('ready').catch(() => {})])
      for (const each of phone.heard) if (each.type === 'refused') expect(each.code).not.toBe('internal')
      phone.socket.terminate()
    }),
    { numRuns: 60, seed: 7 },
  )
  expect((await openSocket(cloud.url, { token })).socket.readyState).toBe(1)
}, 60_000)
