import { CANDIDATES_MOST, type CandidatesAnswer } from 'domain/api'
import { PROTOCOL_VERSION } from 'domain/kernel/protocol'
import type { Candidates } from 'domain/need/candidates'
import type { Org } from 'domain/org/org'
import type { Person } from 'domain/person/person'
import { candidatesIn } from '../../../src/need/store/candidates'
import type { Records } from '../../../src/store/records'
import { startCloud, type TestCloud } from '../../support/cloud'
import { community, district, elsewhere, newId } from '../../support/seed'

const now = '2026-03-18T04:00:00.000Z'

let cloud: TestCloud
let secretary: Person
let coordinator: Person
let resident: Person
beforeEach(async () => {
  cloud = await startCloud({ now: () => now })
  const { seed } = cloud
  await seed.areas()
  secretary = await seed.secretary()
  coordinator = await seed.coordinator()
  resident = await seed.resident()
})
afterEach(() => cloud.stop())

const ask = async (needId: string, by?: Person) =>
  cloud.ask('GET', `/api/needs/${needId}/candidates`, { token: by && (await cloud.loginAs(by.id)) })

/** What the phone of the secretary ranks, of the rows that it pulls. */
async function rankedOnPhone(needId: string): Promise<Candidates> {
  const body = { protocol: PROTOCOL_VERSION, device: newId(), push: [], cursors: {} }
  const pulled = await cloud.ask('POST', '/api/sync', { token: await cloud.loginAs(secretary.id), body })
  const records = { people: {}, orgs: {}, needs: {} } as Pick<Records, 'people' | 'orgs' | 'needs'>
  // biome-ignore lint/suspicious/noExplicitAny: rows of three kinds
  for (const { entity, id, row } of pulled.body.changes[`${community}:staff`].rows as any[]) {
    if (entity === 'person') records.people[id] = row as Person
    if (entity === 'org') records.orgs[id] = row as Org
    if (entity === 'need') records.needs[id] = { need: row.full, whole: true } as Records['needs'][string]
  }
  const { need } = records.needs[needId] as Records['needs'][string]
  return candidatesIn(records, need, now)
}

const namesOf = ({ people, teams }: Candidates | CandidatesAnswer) => ({
  people: people.map(({ helper: { id }, match: { reasons } }) => ({ id, reasons })),
  teams: teams.map(({ org: { id }, members, able }) => ({ id, members, able })),
})

test('the server ranks as the phone of the secretary does, for who coordinates above', async () => {
  const { seed } = cloud
  const help = (more: Partial<Person>, area = community, role: 'member' | 'gridWorker' = 'member') =>
    seed.person({ grants: [{ role, area }], ...more })
  const team = await seed.org({ kind: 'team' })
  for (const kind of ['unit', 'unit', 'gridBranch'] as const)
    await seed.org({ kind, areaCodes: [`${community}002`] })
  await seed.org({ areaCodes: [elsewhere] })
  const electric = ['electric']
  const busy = await help({ skills: electric, capacity: 1 })
  const free = { availability: [{ weekday: 3, from: '08:00', to: '18:00' }] }
  await help({ skills: electric, ...free, orgId: team.id })
  await help({ skills: electric }, `${community}002`, 'gridWorker')
  await help({ skills: electric, homeGrid: `${community}002`, orgId: team.id })
  await help({})
  await help({ skills: electric }, elsewhere)
  const held = await seed.place(resident, {}, now)
  await seed.move(secretary, { needId: held, action: 'dispatch', offer: seed.offerTo(busy) }, now)
  await seed.move(busy, { needId: held, action: 'claim' }, now)
  const needId = await seed.place(resident, {}, now)

  const { status, body } = await ask(needId, coordinator)
  expect(status).toBe(200)
  expect(namesOf(body)).toEqual(namesOf(await rankedOnPhone(needId)))
  expect(body.people).toHaveLength(5)
  expect(body.teams[0]).toMatchObject({ org: { id: team.id }, members: 2, able: 2 })
  expect(
    body.people.find(({ helper }: { helper: Person }) => helper.id === busy.id).match.reasons,
  ).toContainEqual(expect.objectContaining({ about: 'time', carrying: 1, full: true }))
  expect(namesOf((await ask(needId, secretary)).body)).toEqual(namesOf(body))
})

test('it is for who dispatches the need; to others it says no more than the need itself', async () => {
  const { seed } = cloud
  const needId = await seed.place(resident, { gridCode: `${community}002` })
  expect(await ask(needId)).toMatchObject({ status: 401 })
  expect(await ask(newId(), coordinator)).toMatchObject({ status: 404 })
  for (const who of [
    await seed.member(),
    await seed.secretary(elsewhere),
    await seed.coordinator('441704109'),
  ])
    expect(await ask(needId, who)).toMatchObject({ status: 404, body: { code: 'notFound' } })
  for (const who of [resident, await seed.gridWorker()])
    expect(await ask(needId, who)).toMatchObject({ status: 403, body: { code: 'notAllowed' } })
  expect(await ask(needId, await seed.coordinator('441704100'))).toMatchObject({ status: 200 })
})

test('it names nobody whom the staff of the community do not see, and of each what a list of names needs', async () => {
  const { seed } = cloud
  const needId = await seed.place(resident)
  const helper = await seed.member({ availability: [{ weekday: 3, from: '08:00', to: '18:00' }] })
  await seed.person({ grants: [{ role: 'volunteer', area: district }] })
  await seed.person({ grants: [{ role: 'member', area: elsewhere }] })
  const { body } = await ask(needId, coordinator)
  expect(body.all).toEqual({ people: 1, teams: 0 })
  expect(body.people[0].helper).toEqual({
    id: helper.id,
    displayName: helper.displayName,
    grants: helper.grants,
    skills: [],
  })
  expect(JSON.stringify(body)).not.toContain(helper.homeGrid)
})

test('of very many the best are named, and how many there are', async () => {
  const { seed } = cloud
  const needId = await seed.place(resident)
  for (let n = 0; n < CANDIDATES_MOST; n++) await seed.member()
  const able = await seed.member({ skills: ['electric'] })
  const { body } = await ask(needId, coordinator)
  expect(body.people).toHaveLength(CANDIDATES_MOST)
  expect(body.people[0].helper.id).toBe(able.id)
  expect(body.all.people).toBe(CANDIDATES_MOST + 1)
})
