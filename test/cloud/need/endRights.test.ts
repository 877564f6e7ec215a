import type { Person } from 'domain/person/person'
import { sql } from 'kysely'
import { startCloud, type TestCloud } from '../../support/cloud'
import { openSocket } from '../../support/liveSocket'
import { community, elsewhere } from '../../support/seed'

let cloud: TestCloud
let secretary: Person
let resident: Person
beforeAll(async () => {
  cloud = await startCloud()
  await cloud.seed.areas()
  secretary = await cloud.seed.secretary()
  resident = await cloud.seed.resident()
})
afterAll(() => cloud.stop())

const contact = { name: '李大文', phone: '13800138000', address: '湖东路七号' }
async function offered(offer: object = cloud.seed.toPool): Promise<string> {
  const needId = await cloud.seed.place(resident, { contact })
  await cloud.seed.move(secretary, { needId, action: 'dispatch', offer: offer as typeof cloud.seed.toPool })
  return needId
}
async function held(by: Person, offer?: object): Promise<string> {
  const needId = await offered(offer)
  await cloud.seed.move(by, { needId, action: 'claim' })
  return needId
}
const demote = (person: Person) =>
  cloud.seed.must('person.save', { ...person, grants: person.grants.slice(0, 1) })
const as = async (person: Person) => ({ token: await cloud.loginAs(person.id) })
const seen = async (needId: string) => {
  const { body } = await cloud.ask('GET', `/api/needs/${needId}`, await as(secretary))
  return { status: body.full.status, last: body.full && body.events.at(-1) }
}

test('who loses the helper’s role holds nothing any more: no task, no address, no phone', async () => {
  const member = await cloud.seed.member()
  const needs = await Promise.all(Array.from({ length: 12 }, () => held(member)))
  const who = await as(member)
  const phone = await openSocket(cloud.url, who)
  await phone.until('ready')
  await demote(member)
  await phone.closed
  for (const needId of needs) {
    expect(await seen(needId)).toMatchObject({
      status: 'dispatched',
      last: { action: 'release', byName: '系统', note: expect.stringContaining('身份有变化') },
    })
    expect((await cloud.ask('POST', `/api/needs/${needId}/reveal`, { ...who, body: {} })).status).toBe(403)
  }
  const pulled = await cloud.ask('POST', '/api/sync', {
    ...who,
    body: { protocol: 3, device: member.id, push: [], cursors: {} },
  })
  const own = JSON.stringify(pulled.body.changes[`user:${member.id}`])
  for (const needId of needs) expect(own).not.toContain(needId)
})

test('what was taken stands in the queue again, and can be offered to another', async () => {
  const [member, other] = [await cloud.seed.member(), await cloud.seed.member()]
  const needId = await held(member, cloud.seed.offerTo(member))
  await demote(member)
  expect((await seen(needId)).status).toBe('placed')
  await cloud.seed.move(secretary, { needId, action: 'dispatch', offer: cloud.seed.offerTo(other) })
  expect(await cloud.seed.run('need.move', { needId, action: 'claim' }, other)).toMatchObject({ ok: true })
})

test('who helps elsewhere from now on hands back what they took from a pool, and keeps what they were asked for', async () => {
  const member = await cloud.seed.member()
  const [taken, asked] = [await held(member), await held(member, cloud.seed.offerTo(member))]
  const grants = [...member.grants.slice(0, 1), { role: 'member' as const, area: elsewhere }]
  await cloud.seed.must('person.save', { ...member, grants })
  expect([(await seen(taken)).status, (await seen(asked)).status]).toEqual(['dispatched', 'claimed'])
})

test('an invitation ends with the last who could answer it, of people and of orgs', async () => {
  const org = await cloud.seed.org()
  const [one, two] = [await cloud.seed.member({ orgId: org.id }), await cloud.seed.member({ orgId: org.id })]
  const [toBoth, toOrg] = [
    await offered(cloud.seed.offerTo(one, two)),
    await offered({ personIds: [], orgIds: [org.id] }),
  ]
  await demote(one)
  expect([(await seen(toBoth)).status, (await seen(toOrg)).status]).toEqual(['dispatched', 'dispatched'])
  await demote(two)
  for (const needId of [toBoth, toOrg])
    expect(await seen(needId)).toMatchObject({
      status: 'placed',
      last: { action: 'decline', byName: '系统' },
    })
})

test('two who leave an org at once leave no offer behind', async () => {
  for (let round = 0; round < 5; round++) {
    const org = await cloud.seed.org()
    const both = await Promise.all([1, 2].map(() => cloud.seed.member({ orgId: org.id })))
    const needId = await offered({ personIds: [], orgIds: [org.id] })
    await Promise.all(both.map(demote))
    expect((await seen(needId)).status).toBe('placed')
  }
})

test('nobody keeps what they take while their right is being taken, nor what they are offered', async () => {
  for (let round = 0; round < 8; round++) {
    const member = await cloud.seed.member()
    const [toTake, toOffer] = [await offered(), await cloud.seed.place(resident)]
    const offer = cloud.seed.offerTo(member)
    await Promise.all([
      cloud.seed.run('need.move', { needId: toTake, action: 'claim' }, member),
      cloud.seed.run('need.move', { needId: toOffer, action: 'dispatch', offer }, secretary),
      demote(member),
    ])
    const { rows } = await sql`select from assignments where active and person_id = ${member.id}
      union all select from needs where offer->'personIds' ? ${member.id}`.execute(cloud.db)
    expect(rows).toEqual([])
  }
})

test('what people save of somebody without touching a right changes nothing', async () => {
  const member = await cloud.seed.member()
  const needId = await held(member)
  await cloud.seed.must('person.save', { ...member, capacity: 9, homeGrid: `${community}002` })
  expect((await seen(needId)).status).toBe('claimed')
})
