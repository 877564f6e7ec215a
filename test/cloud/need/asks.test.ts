import { plusMinutes } from 'domain/kernel/time'
import type { Person } from 'domain/person/person'
import { sql } from 'kysely'
import { closeUnrated } from '../../../cloud/need/closeUnrated'
import { startCloud, type TestCloud } from '../../support/cloud'
import { community, newId, nowText } from '../../support/seed'

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

const begun = nowText()
const minute = (n: number) => plusMinutes(begun, n)

async function asks(needId: string) {
  const { rows } = await sql<{
    who: string
    by: string | null
    askedAt: string
    how: string | null
    endedAt: string
  }>`
    select coalesce(person_id, org_id) as who, by_id as by, asked_at, how, ended_at from asks
    where need_id = ${needId} order by asked_at, who`.execute(cloud.db)
  return rows
}
const ends = async (needId: string) =>
  Object.fromEntries((await asks(needId)).map(({ who, how }) => [who, how]))
const dispatch = (needId: string, people: Person[], orgIds: string[] = [], at = 1) =>
  cloud.seed.move(
    secretary,
    { needId, action: 'dispatch', offer: { personIds: people.map(({ id }) => id), orgIds }, headcount: 2 },
    minute(at),
  )

test('who was asked, by whom and when, and how each of them answered, is kept with the step', async () => {
  const [took, gaveBack, declined, silent] = await Promise.all([1, 2, 3, 4].map(() => cloud.seed.member()))
  if (!took || !gaveBack || !declined || !silent) throw new Error('nobody')
  const needId = await cloud.seed.place(resident, { headcount: 2 }, begun)
  await dispatch(needId, [took, gaveBack, declined, silent])
  expect(await asks(needId)).toEqual(
    [took, gaveBack, declined, silent]
      .map(({ id }) => ({ who: id, by: secretary.id, askedAt: minute(1), how: null, endedAt: null }))
      .sort((a, b) => (a.who < b.who ? -1 : 1)),
  )
  await cloud.seed.move(took, { needId, action: 'claim' }, minute(2))
  await cloud.seed.move(gaveBack, { needId, action: 'claim' }, minute(3))
  await cloud.seed.move(gaveBack, { needId, action: 'release', note: '有事' }, minute(4))
  await cloud.seed.move(declined, { needId, action: 'decline', note: '有事' }, minute(5))
  expect((await asks(needId)).find(({ who }) => who === gaveBack.id)).toMatchObject({
    how: 'released',
    endedAt: minute(4),
  })
  await cloud.seed.move(took, { needId, action: 'start' }, minute(6))
  await cloud.seed.move(took, { needId, action: 'finish', note: '好了' }, minute(7))
  expect(await ends(needId)).toEqual({
    [took.id]: 'accepted',
    [gaveBack.id]: 'released',
    [declined.id]: 'declined',
    [silent.id]: 'lapsed',
  })
  await closeUnrated(cloud.context, minute(60 * 24 * 30))
  expect(await asks(needId)).toHaveLength(4)
})

test('an org was asked too, and whoever of it takes the need has answered for it', async () => {
  const org = await cloud.seed.org()
  const [one, named] = [await cloud.seed.member({ orgId: org.id }), await cloud.seed.member()]
  const needId = await cloud.seed.place(resident, {}, begun)
  await dispatch(needId, [named], [org.id])
  await cloud.seed.move(one, { needId, action: 'claim' }, minute(2))
  expect(await ends(needId)).toEqual({ [org.id]: 'accepted', [named.id]: null })
  await dispatch(needId, [named], [], 3)
  expect((await asks(needId)).map(({ who, how }) => [who, how])).toEqual(
    expect.arrayContaining([
      [org.id, 'accepted'],
      [named.id, 'withdrawn'],
      [named.id, null],
    ]),
  )
  const { service, sessionId } = await cloud.seed.service({ org })
  const order = { kind: 'service', categoryCode: service.categoryCode, answers: {} } as const
  const orderId = await cloud.seed.place(resident, { ...order, serviceId: service.id, sessionId })
  expect(await asks(orderId)).toMatchObject([{ who: org.id, by: resident.id, how: null }])
  await cloud.seed.move(resident, { needId: orderId, action: 'withdraw' })
  expect(await ends(orderId)).toEqual({ [org.id]: 'withdrawn' })
})

test('whose right has ended is asked no more', async () => {
  const [holder, invited] = [await cloud.seed.member(), await cloud.seed.member()]
  const needId = await cloud.seed.place(resident, {}, begun)
  await dispatch(needId, [holder, invited])
  await cloud.seed.move(holder, { needId, action: 'claim' }, minute(2))
  for (const person of [holder, invited])
    await cloud.seed.must('person.save', { ...person, grants: person.grants.slice(0, 1) })
  expect(await ends(needId)).toEqual({ [holder.id]: 'lapsed', [invited.id]: 'lapsed' })
})

test('it is erased with the person, whichever way they go', async () => {
  const [gone, stays] = [await cloud.seed.member(), await cloud.seed.member()]
  const needId = await cloud.seed.place(resident, {}, begun)
  const boss = await cloud.seed.secretary()
  const offer = cloud.seed.offerTo(gone, stays)
  await cloud.seed.move(boss, { needId, action: 'dispatch', offer })
  for (const { id } of [gone, boss]) await sql`delete from people where id = ${id}`.execute(cloud.db)
  expect(await asks(needId)).toMatchObject([{ who: stays.id, by: null }])
})

test('it is told to nobody: no pull, route or page of any role carries it', async () => {
  const needId = await cloud.seed.place(resident)
  const org = await cloud.seed.org()
  const unitContact = await cloud.seed.person({ grants: [{ role: 'unitContact', orgId: org.id }] })
  const people = [
    resident,
    secretary,
    unitContact,
    await cloud.seed.member(),
    await cloud.seed.gridWorker(),
    await cloud.seed.coordinator(),
  ]
  await cloud.seed.move(secretary, {
    needId,
    action: 'dispatch',
    offer: cloud.seed.offerTo(...people.slice(3, 4)),
  })
  const marks = { asker: newId(), asked: newId(), how: 'k7told' }
  await sql`insert into asks (community_code, need_id, event_id, person_id, by_id, asked_at, how, ended_at)
    values (${community}, ${needId}, ${newId()}, ${marks.asked}, ${marks.asker}, now(), ${marks.how}, '2031-03-07')`.execute(
    cloud.db,
  )
  const texts: string[] = []
  const paths = Object.entries(
    (await cloud.ask('GET', '/api/openapi.json')).body.paths as Record<string, object>,
  )
  for (const person of [undefined, ...people]) {
    const token = person && (await cloud.loginAs(person.id))
    for (const [path, methods] of paths)
      for (const method of Object.keys(methods)) {
        if (path === '/api/logout') continue
        const body = path === '/api/sync' ? { protocol: 3, device: newId(), push: [], cursors: {} } : {}
        const asked = await cloud.ask(method.toUpperCase(), path.replace('{id}', needId), {
          token,
          ...(method === 'post' ? { body } : {}),
        })
        texts.push(JSON.stringify([path, asked.status, asked.body]))
      }
  }
  const all = texts.join('\n')
  expect(all).toContain(needId)
  for (const mark of [...Object.values(marks), '2031-03-07']) expect(all).not.toContain(mark)
  expect(cloud.log()).not.toContain(marks.how)
})
