import type { Person } from 'domain/person/person'
import { brokenAuditLine } from '../../../cloud/contact/auditRepo'
import { startCloud, type TestCloud } from '../../support/cloud'
import { community, elsewhere, newId } from '../../support/seed'

let cloud: TestCloud
let resident: Person
let secretary: Person
let member: Person
beforeAll(async () => {
  cloud = await startCloud()
  const { seed } = cloud
  await seed.areas()
  resident = await seed.resident()
  secretary = await seed.secretary()
  member = await seed.member()
})
afterAll(() => cloud.stop())

const get = async (path: string, by?: Person) =>
  cloud.ask('GET', path, { token: by && (await cloud.loginAs(by.id)) })
const ids = (body: { rows: ({ summary: { id: string } } | { full: { id: string } })[] }) =>
  body.rows.map((row) => ('full' in row ? row.full.id : row.summary.id))

async function publicNeed(more: object = {}, now?: string) {
  const needId = await cloud.seed.place(resident, more, now)
  await cloud.seed.move(secretary, { needId, action: 'dispatch', offer: cloud.seed.toPool }, now)
  return needId
}

describe('GET /api/needs', () => {
  test('gives anybody the public rows, newest first, page by page', async () => {
    const day = (n: number) => `2026-02-0${n}T04:00:00.000Z`
    const hidden = await cloud.seed.place(resident, {}, day(9))
    const placed = []
    for (let n = 1; n <= 5; n++) placed.unshift(await publicNeed({}, day(n)))
    const first = await get(`/api/needs?area=${community}&limit=3`)
    expect(ids(first.body)).toEqual(placed.slice(0, 3))
    const second = await get(`/api/needs?area=${community}&limit=3&after=${first.body.next}`)
    expect(ids(second.body)).toEqual(placed.slice(3))
    expect(second.body.next).toBeUndefined()
    expect(JSON.stringify([first.body, second.body])).not.toContain(hidden)
    const row = await cloud.db
      .selectFrom('feed')
      .select('row')
      .where('scope', '=', community)
      .where('id', '=', placed[0] ?? '')
      .executeTakeFirst()
    expect(first.body.rows[0]).toEqual(row?.row)
  })

  test('filters by area, status, kind, category, grid and words', async () => {
    const [claimed, pipe] = [
      await publicNeed(),
      await publicNeed({ categoryCode: 'help-water', words: '水管100%漏水', answers: {} }),
    ]
    await cloud.seed.move(member, { needId: claimed, action: 'claim' })
    const list = async (query: string) => ids((await get(`/api/needs?limit=100&${query}`)).body)
    expect(await list('status=claimed')).toEqual([claimed])
    expect(await list('category=help-water')).toEqual([pipe])
    expect(await list(`q=${encodeURIComponent('100%漏')}`)).toEqual([pipe])
    expect(await list('kind=wish')).toEqual([])
    expect(await list(`grid=${community}002`)).toEqual([])
    expect(await list(`area=${elsewhere}`)).toEqual([])
    for (const area of ['441704', '441704100', community]) expect(await list(`area=${area}`)).toContain(pipe)
  })
})

describe('GET /api/staff/needs', () => {
  test('requires authentication', async () => {
    expect(await get('/api/staff/needs')).toMatchObject({ status: 401, body: { code: 'loginNeeded' } })
  })

  test('is for staff, and only for where they are staff', async () => {
    expect(await get('/api/staff/needs', resident)).toMatchObject({
      status: 403,
      body: { code: 'notAllowed' },
    })
    expect(await get(`/api/staff/needs?area=${elsewhere}`, secretary)).toMatchObject({ status: 403 })
  })

  test('gives open needs by deadline, with the original words; coordinators see all below them', async () => {
    const later = await cloud.seed.place(resident, {}, '2026-01-03T00:00:00.000Z')
    const sooner = await cloud.seed.place(resident, {}, '2026-01-02T00:00:00.000Z')
    const first = await get('/api/staff/needs?limit=1', secretary)
    expect(ids(first.body)).toEqual([sooner])
    expect(first.body.rows[0].full.words).toContain('客厅灯')
    const second = await get(`/api/staff/needs?limit=1&after=${first.body.next}`, secretary)
    expect(ids(second.body)).toEqual([later])
    const coordinator = await cloud.seed.coordinator('441704100')
    const all = await get('/api/staff/needs?limit=100', coordinator)
    expect(ids(all.body)).toEqual(expect.arrayContaining([sooner, later]))
    expect(ids((await get('/api/staff/needs?status=claimed', coordinator)).body)).toHaveLength(1)
    expect((await get('/api/staff/needs', await cloud.seed.coordinator('441704109'))).body.rows).toEqual([])
  })
})

describe('GET /api/needs/:id', () => {
  test('is the same 404 for a foreign and an absent need', async () => {
    const needId = await cloud.seed.place(resident)
    const stranger = await cloud.seed.resident()
    const answers = [
      await get(`/api/needs/${needId}`, stranger),
      await get(`/api/needs/${newId()}`, stranger),
    ]
    const said = answers.map(({ status, body: { requestId: _, ...body } }) => ({ status, body }))
    expect(said[0]).toEqual(said[1])
    expect(said[0]?.status).toBe(404)
    expect((await get(`/api/needs/${needId}`)).status).toBe(404)
  })

  test('gives each their view, and what they are to it', async () => {
    const needId = await publicNeed()
    expect((await get(`/api/needs/${needId}`)).body).toEqual({
      summary: expect.objectContaining({ id: needId }),
    })
    const own = (await get(`/api/needs/${needId}`, resident)).body
    expect([own.full.id, own.events.length, own.mine.as]).toEqual([needId, 2, ['requester', 'placer']])
    expect((await get(`/api/needs/${needId}`, secretary)).body.mine).toBeUndefined()
  })
})

describe('POST /api/needs/:id/reveal', () => {
  const reveal = async (needId: string, by?: Person) =>
    cloud.ask('POST', `/api/needs/${needId}/reveal`, { token: by && (await cloud.loginAs(by.id)), body: {} })

  test('requires authentication', async () => {
    expect((await reveal(await publicNeed())).status).toBe(401)
  })

  test('is for who asked, who holds it while they hold it, and the staff; each time is recorded', async () => {
    const contact = { name: '李大文', phone: '13877778888' }
    const needId = await publicNeed({ contact })
    expect(await reveal(needId, member)).toMatchObject({ status: 403, body: { code: 'notAllowed' } })
    expect(await reveal(newId(), member)).toMatchObject({ status: 404 })
    await cloud.seed.move(member, { needId, action: 'claim' })
    for (const by of [resident, member, secretary]) {
      const { status, body, headers } = await reveal(needId, by)
      expect([status, body, headers.get('cache-control')]).toEqual([200, { contact }, 'no-store'])
    }
    await cloud.seed.move(member, { needId, action: 'release', note: '临时有事' })
    expect((await reveal(needId, member)).status).toBe(403)
    const lines = await cloud.db
      .selectFrom('audit')
      .select('actorId')
      .where('subjectId', '=', needId)
      .orderBy('number')
      .execute()
    expect(lines.map((each) => each.actorId)).toEqual([resident.id, member.id, secretary.id])
  })

  test('says null where nobody left any', async () => {
    expect((await reveal(await publicNeed(), resident)).body).toEqual({ contact: null })
  })

  test('the audit log shows a changed and a missing line', async () => {
    const { db } = cloud
    expect(await brokenAuditLine(db, community)).toBeUndefined()
    await db
      .updateTable('audit')
      .set({ actorId: newId() })
      .where('number', '=', 3)
      .where('communityCode', '=', community)
      .execute()
    expect(await brokenAuditLine(db, community)).toBe(3)
    await db.deleteFrom('audit').where('number', '=', 2).where('communityCode', '=', community).execute()
    expect(await brokenAuditLine(db, community)).toBe(2)
  })

  test('many at once keep one chain', async () => {
    const needId = await cloud.seed.place(await cloud.seed.resident(), {
      communityCode: elsewhere,
      gridCode: undefined,
    })
    const staff = await cloud.seed.secretary(elsewhere)
    const token = await cloud.loginAs(staff.id)
    await Promise.all(
      Array.from({ length: 10 }, () => cloud.ask('POST', `/api/needs/${needId}/reveal`, { token, body: {} })),
    )
    expect(await brokenAuditLine(cloud.db, elsewhere)).toBeUndefined()
  })
})
