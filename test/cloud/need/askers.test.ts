import { after } from '../../../cloud/db/migrations/0011-askers'
import { startCloud, type TestCloud } from '../../support/cloud'
import { openSocket } from '../../support/liveSocket'
import { newId } from '../../support/seed'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCloud()
  await cloud.seed.areas()
})
afterAll(() => cloud.stop())

/** What somebody reads of a need by pull and by its address. */
async function toldTo(token: string, needId: string) {
  const body = { protocol: 3, device: newId(), push: [], cursors: {} }
  const pulled = await cloud.ask('POST', '/api/sync', { token, body })
  const asked = await cloud.ask('GET', `/api/needs/${needId}`, { token })
  expect(asked.status).toBe(200)
  return JSON.stringify([pulled.body.changes, asked.body])
}

const SECRET = /门禁|黄姨|老林/

test('who asked for the same reads the steps and the public words, by pull, by socket and by its address', async () => {
  const { seed } = cloud
  const [first, second] = [await seed.resident({ displayName: '黄姨' }), await seed.resident()]
  const secretary = await seed.secretary()
  const target = await seed.place(first, { words: '门禁是老林给的', answers: { what: '灯不亮' } })
  const source = await seed.place(second)
  const token = await cloud.loginAs(second.id)
  const phone = await openSocket(cloud.url, { token })
  await phone.until('ready')
  await seed.move(secretary, { needId: source, action: 'merge', targetId: target })
  await seed.move(first, { needId: target, action: 'add', note: '老林在家' })
  const told = () => toldTo(token, target)
  expect(await told()).toContain(target)
  expect(await told()).not.toMatch(SECRET)
  const { body } = await cloud.ask('GET', `/api/needs/${target}`, { token })
  expect(body.mine.steps).toEqual(
    ['place', 'absorb', 'add'].map((action) => ({ action, at: expect.stringMatching(/Z$/) })),
  )
  expect(body.summary.steps).toBeUndefined()

  await seed.move(first, { needId: target, action: 'withdraw' })
  await phone.until('patch', ({ rows }) => JSON.stringify(rows).includes('"withdraw"'))
  expect(await told()).toContain('"withdraw"')
  expect(await told()).not.toMatch(SECRET)
  expect(phone.texts.join()).not.toMatch(SECRET)
  phone.socket.close()
})

test('whose own a need is reads how many others asked for it, and who they are only its staff', async () => {
  const { seed } = cloud
  const [first, second] = [await seed.resident(), await seed.resident({ displayName: '郑伯' })]
  const [secretary, member] = [await seed.secretary(), await seed.member()]
  const target = await seed.place(first)
  const source = await seed.place(second)
  const tokens = [await cloud.loginAs(first.id), await cloud.loginAs(member.id)]
  const phones = await Promise.all(tokens.map((token) => openSocket(cloud.url, { token })))
  for (const phone of phones) await phone.until('ready')
  await seed.move(secretary, { needId: target, action: 'dispatch', offer: seed.toPool })
  await seed.move(member, { needId: target, action: 'claim' })
  await seed.move(secretary, { needId: source, action: 'merge', targetId: target })
  await seed.move(second, { needId: target, action: 'urge' })
  for (const phone of phones)
    await phone.until('patch', ({ rows }) => JSON.stringify(rows).includes('"urge"'))
  const texts = [
    ...(await Promise.all(tokens.map((token) => toldTo(token, target)))),
    ...phones.map((phone) => phone.texts.join()),
  ]
  for (const text of texts) {
    expect(text).toContain('"urge"')
    expect(text).toContain('一位居民')
    expect(text.includes(second.id) || text.includes('郑')).toBe(false)
  }
  expect(await toldTo(await cloud.loginAs(secretary.id), target)).toContain(second.id)
  for (const phone of phones) phone.socket.close()
})

test('rows that stood in feeds before are written anew, under their numbers', async () => {
  const { seed, db } = cloud
  const [first, second] = [await seed.resident(), await seed.resident()]
  const target = await seed.place(first)
  const source = await seed.place(second)
  await seed.move(await seed.secretary(), { needId: source, action: 'merge', targetId: target })
  const rows = () =>
    db
      .selectFrom('feed')
      .select(['scope', 'number', 'row'])
      .where('id', '=', target)
      .orderBy('scope')
      .execute()
  const now = await rows()
  const old = JSON.stringify({
    full: { id: target, askers: [{ personId: second.id, name: '黄姨' }] },
    events: [],
  })
  await db.updateTable('feed').set({ row: old }).where('id', '=', target).execute()
  expect(await rows()).not.toEqual(now)
  await db.transaction().execute(after)
  expect(await rows()).toEqual(now)
})
