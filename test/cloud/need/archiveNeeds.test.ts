import { plusDays } from 'domain/kernel/time'
import type { Person } from 'domain/person/person'
import { archiveNeeds } from '../../../cloud/need/archiveNeeds'
import { startCloud, type TestCloud } from '../../support/cloud'
import { community, nowText } from '../../support/seed'

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

/** Placed, dispatched, taken, done and rated so many days ago; badly, so that staff may follow it up. */
async function closed(daysAgo: number): Promise<string> {
  const { seed } = cloud
  const [then, member] = [plusDays(nowText(), -daysAgo), await seed.member()]
  const needId = await seed.place(resident, {}, then)
  await seed.move(secretary, { needId, action: 'dispatch', offer: seed.toPool }, then)
  await seed.move(member, { needId, action: 'claim' }, then)
  await seed.move(member, { needId, action: 'start' }, then)
  await seed.move(member, { needId, action: 'finish', note: '好了' }, then)
  await seed.move(resident, { needId, action: 'rate', score: 2 }, then)
  return needId
}

async function standsIn(needId: string): Promise<string[]> {
  const rows = await cloud.db
    .selectFrom('feed')
    .select('scope')
    .where('id', '=', needId)
    .where('row', 'is not', null)
    .execute()
  return rows.map(({ scope }) => scope.replace(/:.*-.*/, ':…')).sort()
}

async function listed(needId: string): Promise<boolean[]> {
  const token = await cloud.loginAs(secretary.id)
  const lists = [`needs?area=${community}`, `staff/needs?area=${community}&status=closed`]
  return await Promise.all(
    lists.map(async (path) => {
      const { status, body } = await cloud.ask('GET', `/api/${path}`, { token })
      expect(status).toBe(200)
      return JSON.stringify(body.rows).includes(needId)
    }),
  )
}

test('[S13] what is long closed leaves every list and stays with those whose own it is', async () => {
  const [long, lately, open] = [await closed(91), await closed(89), await cloud.seed.place(resident)]
  const everywhere = [community, `${community}001:staff`, `${community}:staff`, 'user:…', 'user:…']
  expect(await standsIn(long)).toEqual(everywhere)
  expect(await archiveNeeds(cloud.context, nowText())).toBe(1)
  expect(await standsIn(long)).toEqual(['user:…', 'user:…'])
  expect(await standsIn(lately)).toEqual(everywhere)
  expect(await standsIn(open)).toEqual([`${community}001:staff`, `${community}:staff`, 'user:…'])
  expect([await listed(long), await listed(lately)]).toEqual([
    [false, false],
    [true, true],
  ])
  expect(await archiveNeeds(cloud.context, nowText())).toBe(0)
})

test('a phone that holds the list is told, and what is touched again stands in it again for a while', async () => {
  const needId = await closed(120)
  const token = await cloud.loginAs(secretary.id)
  const ask = async (cursors: object) => {
    const body = { protocol: 2, device: resident.id, push: [], cursors }
    return (await cloud.ask('POST', '/api/sync', { token, body })).body
  }
  const before = await ask({})
  const cursors = Object.fromEntries(
    Object.entries<{ cursor: object }>(before.changes).map(([scope, { cursor }]) => [scope, cursor]),
  )
  await archiveNeeds(cloud.context, nowText())
  const { changes } = await ask(cursors)
  for (const scope of [community, `${community}:staff`])
    expect(changes[scope].rows).toEqual([{ entity: 'need', id: needId, number: expect.any(Number) }])

  await cloud.seed.move(secretary, { needId, action: 'followUp', note: '回访过了' })
  expect(await standsIn(needId)).toContain(`${community}:staff`)
  expect(await listed(needId)).toEqual([true, true])
  expect(await archiveNeeds(cloud.context, plusDays(nowText(), 91))).toBeGreaterThan(0)
  expect(await standsIn(needId)).not.toContain(`${community}:staff`)
})
