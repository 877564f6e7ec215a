import { execute, type SentCommand } from '../../../cloud/commands/execute'
import { freshPipeline, type TestPipeline } from '../../support/pipeline'
import { newId, nowText } from '../../support/seed'

let cloud: TestPipeline
beforeAll(async () => {
  cloud = await freshPipeline()
  await cloud.seed.areas()
})
afterAll(() => cloud.stop())

const sent = (command: Pick<SentCommand, 'name' | 'args'> & Partial<SentCommand>): SentCommand => ({
  id: newId(),
  at: nowText(),
  ...command,
})
const placing = (more = {}): SentCommand => sent({ name: 'need.place', args: cloud.seed.placeArgs(more) })
const statusOf = async (id: string) =>
  (await cloud.db.selectFrom('needs').select('status').where('id', '=', id).executeTakeFirst())?.status
const countNeeds = async (id: string) =>
  (await cloud.db.selectFrom('needs').select('id').where('id', '=', id).execute()).length

test('a need goes from placed to closed', async () => {
  const { seed, db } = cloud
  const [resident, member, secretary] = [await seed.resident(), await seed.member(), await seed.secretary()]
  const needId = await seed.place(resident)
  await seed.move(secretary, { needId, action: 'dispatch', offer: seed.toPool })
  await seed.move(member, { needId, action: 'claim' })
  await seed.move(member, { needId, action: 'start' })
  await seed.move(member, { needId, action: 'finish', note: '换了线' })
  await seed.move(resident, { needId, action: 'rate', score: 4 })
  const need = await db
    .selectFrom('needs')
    .select(['status', 'version'])
    .where('id', '=', needId)
    .executeTakeFirst()
  expect(need).toEqual({ status: 'closed', version: 6 })
})

test('numbers count per community and local day, beyond 99 too', async () => {
  const { seed, db } = cloud
  const resident = await seed.resident()
  const evening = '2026-03-17T16:10:00.000Z' // already the 18th at +08:00
  await db
    .insertInto('needNumbers')
    .values({ communityCode: '441704100003', day: '2026-03-18', last: 98 })
    .execute()
  const placed = []
  for (let i = 0; i < 3; i++) placed.push(await seed.place(resident, {}, evening))
  const rows = await db
    .selectFrom('needs')
    .select('number')
    .where('id', 'in', placed)
    .orderBy('number')
    .execute()
  expect(rows.map((each) => each.number).sort()).toEqual(['0318-100', '0318-101', '0318-99'])
})

describe('[S3] a command takes effect once', () => {
  test('a repeat is given the stored answer', async () => {
    const resident = await cloud.seed.resident()
    const command = placing()
    const first = await execute(cloud, command, resident, { now: nowText() })
    const heard = cloud.heard.length
    expect(await execute(cloud, command, resident, { now: nowText() })).toEqual(first)
    expect(first).toMatchObject({ ok: true, numbers: { [`user:${resident.id}`]: 2 } })
    expect(cloud.heard).toHaveLength(heard)
  })

  test('a repeat of a refusal is given the same refusal, even when it would pass by now', async () => {
    const { seed } = cloud
    const [resident, member, secretary] = [await seed.resident(), await seed.member(), await seed.secretary()]
    const needId = await seed.place(resident)
    await seed.move(secretary, { needId, action: 'dispatch', offer: seed.offerTo(await seed.member()) })
    const claim = sent({ name: 'need.move', args: { needId, action: 'claim' } })
    const refused = await execute(cloud, claim, member, { now: nowText() })
    expect(refused).toMatchObject({ ok: false, code: 'notOffered', retry: false })
    await seed.move(secretary, { needId, action: 'dispatch', offer: seed.offerTo(member) })
    expect(await execute(cloud, claim, member, { now: nowText() })).toEqual(refused)
    expect(await statusOf(needId)).toBe('dispatched')
  })

  test('twins at the same moment get one answer and one effect', async () => {
    const resident = await cloud.seed.resident()
    const command = placing()
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => execute(cloud, command, resident, { now: nowText() })),
    )
    for (const each of answers) expect(each).toEqual(answers[0])
    expect(answers[0]?.ok).toBe(true)
    expect(await countNeeds((command.args as { id: string }).id)).toBe(1)
  })

  test('twins of what may be done again and again have one effect', async () => {
    const resident = await cloud.seed.resident()
    const needId = await cloud.seed.place(resident)
    const command = sent({ name: 'need.move', args: { needId, action: 'add', note: '二楼也不亮了' } })
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => execute(cloud, command, resident, { now: nowText() })),
    )
    for (const each of answers)
      expect(each).toMatchObject({ ok: true, numbers: { [`user:${resident.id}`]: 3 } })
    const events = await cloud.db
      .selectFrom('events')
      .select('version')
      .where('thingId', '=', needId)
      .execute()
    expect(events).toHaveLength(2)
  })

  test('other arguments under the same id are refused, whatever became of the first', async () => {
    const resident = await cloud.seed.resident()
    const command = placing()
    await execute(cloud, command, resident, { now: nowText() })
    const other = { ...command, args: cloud.seed.placeArgs() }
    expect(await execute(cloud, other, resident, { now: nowText() })).toMatchObject({ code: 'idReused' })
    expect(await execute(cloud, command, resident, { now: nowText() })).toMatchObject({ ok: true })
  })

  test('the same id of two people is two commands', async () => {
    const [one, two] = [await cloud.seed.resident(), await cloud.seed.resident()]
    const command = placing()
    await execute(cloud, command, one, { now: nowText() })
    const other = { ...command, args: cloud.seed.placeArgs() }
    expect(await execute(cloud, other, two, { now: nowText() })).toMatchObject({ ok: true })
  })
})

test('[S2] a number of a device that another command has used is out of order', async () => {
  const resident = await cloud.seed.resident()
  const device = newId()
  const first = await execute(cloud, { ...placing(), seq: 1 }, resident, { now: nowText(), device })
  const second = await execute(cloud, { ...placing(), seq: 1 }, resident, { now: nowText(), device })
  expect([first.ok, second]).toMatchObject([true, { code: 'outOfOrder' }])
  const elsewhere = await execute(cloud, { ...placing(), seq: 1 }, resident, {
    now: nowText(),
    device: newId(),
  })
  expect(elsewhere.ok).toBe(true)
})

test('an id of a need that exists already is refused and leaves nothing behind', async () => {
  const { seed, db } = cloud
  const [one, two] = [await seed.resident(), await seed.resident()]
  const id = await seed.place(one)
  const answer = await execute(
    cloud,
    placing({ id, communityCode: '441704109211', gridCode: undefined }),
    two,
    {
      now: nowText(),
    },
  )
  expect(answer).toMatchObject({ code: 'idReused' })
  const feed = await db.selectFrom('feed').select('id').where('scope', '=', `user:${two.id}`).execute()
  expect(feed.map((each) => each.id)).toEqual([two.id])
})

describe('what cannot be kept is refused before it reaches the database', () => {
  test.each<[string, object]>([
    ['NUL in a key', { answers: { 'wh\u0000at': '灯不亮' } }],
    ['words that nobody sees', { words: '\u3164\u200b\ud83d' }],
    ['a field that nobody knows', { colour: 'red' }],
    ['a wrong type', { consent: 'yes' }],
  ])('%s', async (_, more) => {
    const answer = await execute(cloud, placing(more), await cloud.seed.resident(), { now: nowText() })
    expect(answer).toMatchObject({ ok: false, code: 'badRequest' })
  })

  test('of free text only what nobody sees', async () => {
    const command = placing({
      words: '灯\ud83d不\u0000亮\u202e了',
      answers: { what: '灯不亮\udc4d', smell: false },
    })
    const answer = await execute(cloud, command, await cloud.seed.resident(), { now: nowText() })
    expect(answer.ok).toBe(true)
    const { id } = command.args as { id: string }
    const told = await cloud.db.selectFrom('feed').select('row').where('id', '=', id).executeTakeFirst()
    expect(told?.row).toMatchObject({
      full: { title: '灯不亮了', words: '灯不亮了', answers: { what: '灯不亮' } },
    })
  })

  test('a backslash that people typed is only a backslash', async () => {
    const answer = await execute(
      cloud,
      placing({ words: '电脑显示 \\u0000 是什么' }),
      await cloud.seed.resident(),
      {
        now: nowText(),
      },
    )
    expect(answer.ok).toBe(true)
  })

  test('a phone number in free text', async () => {
    const command = placing({ words: '打 138 0000 0001 找我' })
    const answer = await execute(cloud, command, await cloud.seed.resident(), { now: nowText() })
    expect(answer).toMatchObject({ ok: false, code: 'personalData' })
    const kept = await cloud.db.selectFrom('commands').selectAll().where('id', '=', command.id).execute()
    expect(kept).toMatchObject([{ name: 'need.place', answer: { code: 'personalData' } }])
    // Of the words only their hash is kept, whose bytes may read as any three digits.
    for (const told of ['138 0000 0001', '13800000001', '找我'])
      expect(JSON.stringify(kept)).not.toContain(told)
  })
})

test('the clock of the phone dates the timeline, and only as far as it can be true', async () => {
  const { seed, db } = cloud
  const [resident, secretary] = [await seed.resident(), await seed.secretary()]
  const needId = await seed.place(resident, {}, '2026-03-18T04:00:00.000Z')
  const early = sent({
    name: 'need.move',
    args: { needId, action: 'dispatch', offer: seed.toPool },
    at: '0001-01-01T00:00:00.000Z',
  })
  await execute(cloud, early, secretary, { now: '2026-03-18T05:00:00.000Z' })
  const need = await db.selectFrom('needs').selectAll().where('id', '=', needId).executeTakeFirst()
  expect(need).toMatchObject({ status: 'dispatched', dispatchedAt: '2026-03-18T04:00:00.000Z' })
})
