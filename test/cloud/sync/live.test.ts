import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Person } from 'domain/person/person'
import { sql } from 'kysely'
import WebSocket from 'ws'
import { openAudience } from '../../../cloud/sync/audience'
import { type Identify, openLive } from '../../../cloud/sync/live'
import { identify } from '../../../cloud/sync/whoIs'
import { startCloud, type TestCloud } from '../../support/cloud'
import { openSocket } from '../../support/liveSocket'
import { community, district, elsewhere, newId, nowText, seedWith } from '../../support/seed'

let cloud: TestCloud
let resident: Person
let secretary: Person
beforeAll(async () => {
  cloud = await startCloud()
  await cloud.seed.areas()
  resident = await cloud.seed.resident()
  secretary = await cloud.seed.secretary()
})
afterAll(() => cloud.stop())

const connect = (hello?: object) => openSocket(cloud.url, hello)

const asPerson = async (person: Person) => {
  const phone = await connect({ token: await cloud.loginAs(person.id) })
  await phone.until('ready')
  return phone
}

describe('requires authentication', () => {
  test('a token that is not valid is refused and the socket closes', async () => {
    const phone = await connect({ token: 'nobody' })
    expect(await phone.until('refused')).toMatchObject({ code: 'loginNeeded' })
    await phone.closed
  })

  test('a guest hears what any visitor may see', async () => {
    const phone = await connect({ watching: community })
    expect(await phone.until('ready')).toEqual({ type: 'ready', scopes: [community, district], beats: true })
    phone.socket.close()
  })

  test.each(['not json', '{"type":"hello"}', '{"type":"hello","protocol":0}'])(
    '%s is refused',
    async (text) => {
      const phone = await connect()
      phone.socket.send(text)
      await phone.until('refused')
      await phone.closed
    },
  )

  test('[S15] a phone that would not understand the news is kept on no socket, so it polls', async () => {
    const token = await cloud.loginAs(resident.id)
    const phone = await connect({ token, protocol: 2 })
    await phone.closed
    expect(phone.heard).toEqual([])
    const body = { protocol: 2, device: newId(), push: [], cursors: {} }
    expect((await cloud.ask('POST', '/api/sync', { token, body })).status).toBe(200)
  })

  test('a token in the address is not looked at, and another address has no socket', async () => {
    const bad = new WebSocket(`${cloud.url.replace('http', 'ws')}/api/other`)
    const status = await new Promise((resolve) => {
      bad.on('unexpected-response', (_, response) => resolve(response.statusCode))
      bad.on('error', () => resolve('closed'))
    })
    expect([404, 'closed']).toContain(status)
  })
})

test('[S8] one change costs the database one read, however many look on', async () => {
  const phones = await Promise.all(Array.from({ length: 40 }, () => asPerson(secretary)))
  const staff = `${community}:staff`
  const reads = jest.spyOn(cloud.db, 'getExecutor')
  const needId = await cloud.seed.place(resident)
  const patches = await Promise.all(
    phones.map((phone) => phone.until('patch', ({ scope }) => scope === staff)),
  )
  const asked = reads.mock.calls.length
  reads.mockRestore()
  expect(new Set(patches.map((patch) => JSON.stringify(patch))).size).toBe(1)
  const [patch] = patches
  expect(patch?.to).toBe((patch?.from ?? 0) + 1)
  expect(patch?.rows).toMatchObject([{ entity: 'need', id: needId, number: patch?.to }])
  expect(asked).toBe(1)
  for (const phone of phones) phone.socket.close()
})

test('[S8] who hears of several scopes that one command moved hears of them at once', async () => {
  const phone = await asPerson(secretary)
  const needId = await cloud.seed.place(secretary)
  const moved = [`user:${secretary.id}`, `${community}:staff`]
  for (const scope of moved) await phone.until('patch', (patch) => patch.scope === scope)
  const told = phone.texts.filter((text) => text.includes(needId))
  expect(told).toHaveLength(1)
  expect(JSON.parse(told[0] ?? '').news.map(({ scope }: { scope: string }) => scope)).toEqual(
    expect.arrayContaining(moved),
  )
  phone.socket.close()
})

test('[S7] what one command moved is told whole, though the word of one of its scopes comes first', async () => {
  const { seed, db } = cloud
  const neighbour = await seed.resident()
  const [mine, target] = [await seed.place(resident), await seed.place(neighbour)]
  await seed.move(secretary, { needId: target, action: 'dispatch', offer: seed.toPool })
  const phone = await asPerson(resident)
  const untold = seedWith({ db, vault: cloud.context.vault })
  await untold.move(secretary, { needId: mine, action: 'merge', targetId: target })
  cloud.context.tell({ scopes: [community] })
  await phone.until('patch', ({ scope }) => scope === community)
  const told = phone.texts.filter((text) => text.includes(target))
  expect(told).toHaveLength(1)
  expect(told[0]).toContain(mine)
  phone.socket.close()
})

test('[S8] patches follow each other without a gap, and a burst is joined up', async () => {
  const phone = await asPerson(secretary)
  const staff = `${community}:staff`
  await Promise.all(Array.from({ length: 15 }, () => cloud.seed.place(resident)))
  await cloud.seed.place(resident)
  const counter = await cloud.db
    .selectFrom('scopes')
    .selectAll()
    .where('scope', '=', staff)
    .executeTakeFirst()
  const head = counter?.number ?? 0
  await phone.until('patch', ({ scope, to }) => scope === staff && to === head)
  const patches = phone.heard.flatMap((message) =>
    message.type === 'patch' && message.scope === staff ? [message] : [],
  )
  expect(patches.length).toBeLessThan(16)
  for (const [index, patch] of patches.entries()) {
    const next = patches[index + 1]
    if (next) expect(next.from).toBe(patch.to)
    expect(patch.rows.map(({ number }) => number)).toEqual(
      [...patch.rows.map(({ number }) => number)].sort((a, b) => a - b),
    )
  }
  phone.socket.close()
})

test('a large change goes out as a hint with the newest number', async () => {
  const { db, context } = cloud
  const phone = await connect({ watching: elsewhere })
  await phone.until('ready')
  await db.insertInto('scopes').values({ scope: elsewhere, number: 300 }).execute()
  await sql`insert into feed (scope, number, entity, id, row)
    select ${elsewhere}, n, 'resource', gen_random_uuid(), '{"n":1}' from generate_series(1, 300) n`.execute(
    db,
  )
  context.tell({ scopes: [elsewhere] })
  expect(await phone.until('hint')).toEqual({ type: 'hint', scope: elsewhere, number: 300 })
  phone.socket.close()
})

test('[S10] a lost right closes the sockets of that person within two seconds, and of nobody else', async () => {
  const member = await cloud.seed.member()
  const [theirs, other] = [await asPerson(member), await asPerson(secretary)]
  const started = Date.now()
  await cloud.seed.must('person.save', { ...member, grants: [] })
  await theirs.closed
  expect(Date.now() - started).toBeLessThan(2_000)
  expect(other.socket.readyState).toBe(WebSocket.OPEN)
  other.socket.close()
})

test('[S10] a right that is lost while a socket says hello is not heard by it', async () => {
  const member = await cloud.seed.member()
  const { whoIs, whoChanged } = identify(cloud.db, district)
  const asked: (() => void)[] = []
  const slowly: Identify['whoIs'] = async (hello) => {
    const heard = await whoIs(hello)
    if (asked.length === 0) await new Promise<void>((goOn) => asked.push(goOn))
    return heard
  }
  const { db, context } = cloud
  const report = (error: unknown) => console.error(error)
  const live = openLive(
    openAudience({ db, epoch: context.instance.epoch }, report),
    { whoIs: slowly, whoChanged },
    report,
  )
  const server = createServer().listen(0, '127.0.0.1')
  live.attach(server)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const phone = await openSocket(`http://127.0.0.1:${port}`, { token: await cloud.loginAs(member.id) })
  while (asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
  await cloud.seed.must('person.save', { ...member, grants: [] })
  live.hear({ rights: [member.id] })
  asked[0]?.()
  expect((await phone.until('ready')).scopes).toEqual([`user:${member.id}`, community, district])
  live.close()
  server.close()
})

test('logging out closes the sockets of that log-in', async () => {
  const token = await cloud.loginAs(resident.id)
  const [out, stays] = [await connect({ token }), await asPerson(resident)]
  await out.until('ready')
  expect((await cloud.ask('POST', '/api/logout', { token })).status).toBe(204)
  await out.closed
  expect(stays.socket.readyState).toBe(WebSocket.OPEN)
  expect((await cloud.ask('GET', '/api/staff/needs', { token })).status).toBe(401)
  stays.socket.close()
})

test('[S14] neither a live message nor the log tells contact data, arguments or tokens', async () => {
  const token = await cloud.loginAs(resident.id)
  const [own, staff] = [await connect({ token }), await asPerson(secretary)]
  await own.until('ready')
  const contact = { name: '李大文', phone: '13877778888', address: '湖东路七号三楼' }
  const args = cloud.seed.placeArgs({ contact, words: '灯丝烧断了一整排' })
  const push = [{ id: newId(), seq: 1, name: 'need.place', args, at: nowText() }]
  const body = { protocol: 1, device: newId(), push, cursors: {} }
  await cloud.ask('POST', '/api/sync', { token, body })
  await staff.until('patch', ({ rows }) => rows.some(({ id }) => id === args.id))
  await cloud.ask('GET', `/api/needs?q=${encodeURIComponent(contact.name)}`, { token })
  const said = [...own.texts, ...staff.texts].join()
  for (const secret of Object.values(contact)) {
    expect(said).not.toContain(secret)
    expect(cloud.log()).not.toContain(secret)
  }
  for (const hidden of [token, '灯丝', encodeURIComponent(contact.name)])
    expect(cloud.log()).not.toContain(hidden)
  expect(cloud.log()).toContain('"route":"/api/sync"')
  own.socket.close()
  staff.socket.close()
})
