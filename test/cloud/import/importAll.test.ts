import path from 'node:path'
import { importAll, sourcesIn } from '../../../cloud/import/importAll'
import { freshPipeline, type TestPipeline } from '../../support/pipeline'

const now = '2026-11-23T02:00:00.000Z'
const data = path.join(__dirname, '../../../cloud/data')
const sources = sourcesIn(data, true)

jest.setTimeout(60_000)

let it: TestPipeline
beforeAll(async () => {
  it = await freshPipeline()
})
afterAll(() => it.stop())

/** Only what the demo stands on, where the rest would only cost time. */
const fewAreas = sources.areas
  .split('\n')
  .filter((line, index) => index === 0 || /^441704(\d{3})?,|^441704(100003|100005|109211|110001),/.test(line))
  .join('\n')

const counts = async () => {
  const count = async (
    table: 'areas' | 'orgs' | 'people' | 'needs' | 'events' | 'services' | 'resources' | 'feed',
  ) =>
    Number(
      (
        await it.db
          .selectFrom(table)
          .select((eb) => eb.fn.countAll().as('n'))
          .executeTakeFirstOrThrow()
      ).n,
    )
  return {
    areas: await count('areas'),
    orgs: await count('orgs'),
    people: await count('people'),
    needs: await count('needs'),
    events: await count('events'),
    services: await count('services'),
    resources: await count('resources'),
  }
}

test.each([
  [
    'a need of no category',
    '"category": "wish-study"',
    '"category": "wish-nothing"',
    /demo\.json 有 1 处要改.*\n {2}第 \d+ 行：n001: .*unknownCategory/,
  ],
  [
    'an event that the table forbids',
    '"action": "finish"',
    '"action": "start"',
    /第 \d+ 行：n\d+: .*statusChanged/,
  ],
  [
    'a status that the history does not give',
    '"status": "dispatched"',
    '"status": "claimed"',
    /n001: n001 ends dispatched/,
  ],
  ['a file that is cut off', /\}\s*$/, '', /demo\.json 有 1 处要改.*\n {2}第 \d+ 行：不是完整的 JSON/],
  ['a record of another shape', '"urgency": "normal"', '"urgency": "soon"', /第 \d+ 行：needs/],
  [
    'a phone number in the words',
    '"title": "想要一套《西游记》连环画"',
    '"title": "打 13800138000"',
    /personalData/,
  ],
])(
  '%s stops the import with its line and reason, and leaves nothing behind',
  async (_, good, bad, reason) => {
    const broken = { areas: fewAreas, demo: sources.demo?.replace(good, bad) }
    await expect(importAll(it.db, it.vault, broken, { now })).rejects.toThrow(reason)
    expect(await counts()).toEqual({
      areas: 0,
      orgs: 0,
      people: 0,
      needs: 0,
      events: 0,
      services: 0,
      resources: 0,
    })
  },
)

test('the first start imports the whole area table and the demo district, with progress, and only once', async () => {
  const steps: number[] = []
  const imported = await importAll(it.db, it.vault, sources, { now, progress: (done) => steps.push(done) })
  expect(imported).toBe(true)
  expect(await counts()).toEqual({
    areas: 754 + 26,
    orgs: 22,
    people: 77,
    needs: 138,
    events: 562 + 4, // a merge is told on both sides
    services: 40,
    resources: 40,
  })
  expect(steps.at(-1)).toBe(steps.length)
  expect(await importAll(it.db, it.vault, sources, { now })).toBe(false)
})

test('a real district gets its areas and nobody’s needs', async () => {
  const real = await freshPipeline()
  await importAll(real.db, real.vault, { ...sourcesIn(data, false), areas: fewAreas }, { now })
  expect(await real.db.selectFrom('people').select('id').execute()).toEqual([])
  expect(await real.db.selectFrom('instance').select('demo').executeTakeFirst()).toEqual({ demo: false })
  await real.stop()
})
