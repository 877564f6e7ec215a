import http from 'node:http'
import { PROTOCOL_VERSION } from 'domain/kernel/protocol'
import { startCloud, type TestCloud } from '../../support/cloud'
import { openSocket } from '../../support/liveSocket'
import { community, newId, nowText } from '../../support/seed'

const person = async (cloud: TestCloud) => {
  const secretary = await cloud.seed.secretary()
  await cloud.db.insertInto('demoIdentities').values({ key: 'y-sec', personId: secretary.id }).execute()
  return secretary
}

const started: TestCloud[] = []
afterAll(() => Promise.all(started.map((each) => each.stop())))

async function demoCloud(more: Parameters<typeof startCloud>[0] = {}) {
  const cloud = await startCloud(more)
  started.push(cloud)
  await cloud.seed.areas()
  return cloud
}

const login = (cloud: TestCloud, headers: Record<string, string> = {}) =>
  new Promise<number>((resolve, reject) => {
    const { hostname, port } = new URL(cloud.url)
    const request = http.request(
      {
        hostname,
        port,
        path: '/api/login/demo',
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
      },
      (response) => resolve(response.resume().statusCode ?? 0),
    )
    request.on('error', reject).end(JSON.stringify({ person: 'y-sec' }))
  })

describe('demo identities', () => {
  let cloud: TestCloud
  beforeAll(async () => {
    cloud = await demoCloud()
  })

  test('are listed, and one may be them', async () => {
    const { id, displayName } = await person(cloud)
    const listed = await cloud.ask('GET', '/api/login/demo')
    expect(listed.body.people).toEqual([
      { key: 'y-sec', id, displayName, roles: ['resident', 'secretary'], community: '燕山湖社区' },
    ])
    const { body } = await cloud.ask('POST', '/api/login/demo', { body: { person: 'y-sec' } })
    expect(body.person).toEqual({ id, displayName })
    expect((await cloud.ask('GET', '/api/staff/needs', { token: body.token })).status).toBe(200)
    const kept = await cloud.db.selectFrom('tokens').selectAll().execute()
    expect(JSON.stringify(kept)).not.toContain(body.token)
    expect((await cloud.ask('POST', '/api/login/demo', { body: { person: 'nobody' } })).status).toBe(404)
  })

  test.each<[string, Record<string, string>]>([
    ['another host name', { host: 'xianfeng.example' }],
    ['a name that only begins like localhost', { host: 'localhost.evil.example' }],
    ['X-Forwarded-For', { 'x-forwarded-for': '1.2.3.4' }],
    ['X-Forwarded-Proto', { 'x-forwarded-proto': 'https' }],
    ['Forwarded', { forwarded: 'for=1.2.3.4' }],
    ['Via', { via: '1.1 proxy' }],
    ['X-Real-IP', { 'x-real-ip': '1.2.3.4' }],
  ])('are refused behind %s', async (_, headers) => {
    expect(await login(cloud, headers)).toBe(403)
    expect(await login(cloud)).toBe(200)
  })
})

test.each<[string, Parameters<typeof startCloud>[0]]>([
  ['in production', { config: { production: true } }],
  ['on a server that listens beyond loopback', { config: { host: '0.0.0.0' } }],
  ['over a database that was not created as a demo', { demo: false, config: { demo: true } }],
])('demo identities do not exist %s', async (_, options) => {
  const cloud = await demoCloud(options)
  await person(cloud)
  const { port } = new URL(cloud.url)
  const answer = await fetch(`http://127.0.0.1:${port}/api/login/demo`)
  expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([403, 'demoOnly'])
})

describe('POST /api/logout', () => {
  test('requires authentication', async () => {
    const cloud = await demoCloud()
    expect((await cloud.ask('POST', '/api/logout')).status).toBe(401)
  })
})

describe('a log-in that has ended', () => {
  let cloud: TestCloud
  let token: string
  let needId: string
  beforeAll(async () => {
    cloud = await demoCloud()
    const secretary = await person(cloud)
    needId = await cloud.seed.place(await cloud.seed.resident())
    await cloud.seed.move(secretary, { needId, action: 'dispatch', offer: cloud.seed.toPool })
    token = await cloud.loginAs(secretary.id)
    await cloud.db.updateTable('tokens').set({ expiresAt: '2020-01-01T00:00:00.000Z' }).execute()
  })
  const ask = (path: string, body?: object) =>
    cloud.ask(body ? 'POST' : 'GET', path, { token, ...(body ? { body } : {}) })

  test('gets no less than a guest, and can be renewed', async () => {
    const everybodys = [
      'needs',
      'services',
      'resources',
      'login/demo',
      'health',
      'openapi.json',
      `needs/${needId}`,
    ]
    for (const path of everybodys) expect([path, (await ask(`/api/${path}`)).status]).toEqual([path, 200])
    const { status, body } = await ask('/api/login/demo', { person: 'y-sec' })
    expect(status).toBe(200)
    expect((await cloud.ask('GET', '/api/staff/needs', { token: body.token })).status).toBe(200)
  })

  test('pulls what a guest pulls, and nothing is done in its name', async () => {
    const command = { id: newId(), seq: 1, name: 'need.place', args: cloud.seed.placeArgs(), at: nowText() }
    const said = { protocol: PROTOCOL_VERSION, device: newId(), watching: community, cursors: {} }
    const { status, body } = await ask('/api/sync', { ...said, push: [command] })
    const guest = await cloud.ask('POST', '/api/sync', { body: { ...said, push: [] } })
    expect([status, body.personId, body.scopes]).toEqual([200, undefined, guest.body.scopes])
    expect(body.changes).toEqual(guest.body.changes)
    expect(body.answers).toMatchObject([{ id: command.id, ok: false, code: 'loginNeeded' }])
  })

  test('is told to log in by whatever is not everybody’s', async () => {
    const answers = [
      await ask('/api/staff/needs'),
      await ask(`/api/needs/${needId}/reveal`, {}),
      await ask('/api/logout', {}),
    ]
    for (const { status, body } of answers) expect([status, body.code]).toEqual([401, 'loginNeeded'])
    const phone = await openSocket(cloud.url, { token })
    expect(await phone.until('refused')).toMatchObject({ code: 'loginNeeded' })
  })
})
