import { PROTOCOL_VERSION } from 'domain/kernel/protocol'
import type { NeedRow } from 'domain/need/needRow'
import type { Person } from 'domain/person/person'
import { startCloud, type TestCloud } from '../../support/cloud'
import { community, elsewhere, newId } from '../../support/seed'

const [first, second] = [`${community}001`, `${community}002`]

let cloud: TestCloud
let worker: Person
let inFirst: string
let inSecond: string
let inNone: string
beforeAll(async () => {
  cloud = await startCloud()
  const { seed } = cloud
  await seed.areas()
  worker = await seed.gridWorker()
  const resident = await seed.resident()
  inFirst = await seed.place(resident, { gridCode: first })
  inSecond = await seed.place(resident, { gridCode: second })
  inNone = await seed.place(resident, { gridCode: undefined })
})
afterAll(() => cloud.stop())

const ask = async (method: string, path: string, body?: unknown) =>
  cloud.ask(method, path, { token: await cloud.loginAs(worker.id), body })
const idsOf = (rows: NeedRow[]) => rows.map((row) => ('full' in row ? row.full.id : row.summary.id))

/** Every row that a phone of the grid's worker pulls, by entity. */
async function pulled(entity: string): Promise<string[]> {
  const { body } = await ask('POST', '/api/sync', {
    protocol: PROTOCOL_VERSION,
    device: newId(),
    push: [],
    cursors: {},
  })
  expect(body.scopes).not.toContain(`${community}:staff`)
  const changes = Object.values(body.changes) as { rows: { entity: string; id: string }[] }[]
  return [
    ...new Set(changes.flatMap(({ rows }) => rows).flatMap((row) => (row.entity === entity ? row.id : []))),
  ]
}

test('the phone of a grid’s worker holds the needs, the helpers and the orgs of that grid', async () => {
  const { seed } = cloud
  const helperIn = (area: string) => seed.person({ grants: [{ role: 'member', area }] })
  const [here, there, all] = [await helperIn(second), await helperIn(first), await helperIn(community)]
  const [own, other] = [
    await seed.org({ areaCodes: [first, second] }),
    await seed.org({ areaCodes: [first] }),
  ]
  expect(await pulled('need')).toEqual([inSecond])
  const people = await pulled('person')
  expect(people).toEqual(expect.arrayContaining([worker.id, here.id]))
  for (const each of [there, all]) expect(people).not.toContain(each.id)
  expect(await pulled('org')).toEqual([own.id])
  expect(await pulled('org')).not.toContain(other.id)
})

test('what the server lists and counts for them is the grid’s', async () => {
  expect(idsOf((await ask('GET', '/api/staff/needs')).body.rows)).toEqual([inSecond])
  expect(idsOf((await ask('GET', `/api/staff/needs?area=${community}`)).body.rows)).toEqual([inSecond])
  expect(idsOf((await ask('GET', `/api/staff/needs?q=${encodeURIComponent('换过灯泡')}`)).body.rows)).toEqual(
    [inSecond],
  )
  expect(idsOf((await ask('GET', `/api/staff/needs?grid=${first}`)).body.rows)).toEqual([])
  expect((await ask('GET', '/api/staff/figures')).body.areas).toEqual([
    { area: second, open: 1, placed: 1, soon: 0, late: 0, redo: 0 },
  ])
  expect(await ask('GET', `/api/staff/figures?area=${elsewhere}`)).toMatchObject({ status: 403 })
})

test('a need of another grid is as absent as one that never was, its contact data too', async () => {
  expect((await ask('GET', `/api/needs/${inSecond}`)).body.full.id).toBe(inSecond)
  expect(await ask('POST', `/api/needs/${inSecond}/reveal`, {})).toMatchObject({ status: 200 })
  for (const id of [inFirst, inNone, newId()]) {
    expect(await ask('GET', `/api/needs/${id}`)).toMatchObject({ status: 404 })
    expect(await ask('POST', `/api/needs/${id}/reveal`, {})).toMatchObject({ status: 404 })
  }
})

test('they take the steps of staff in their grid alone', async () => {
  const { seed } = cloud
  const escalate = (needId: string) =>
    seed.run('need.move', { needId, action: 'escalate', note: '急' }, worker)
  expect(await escalate(inFirst)).toMatchObject({ ok: false, code: 'notFound' })
  expect(await escalate(inSecond)).toMatchObject({ ok: true })
})
