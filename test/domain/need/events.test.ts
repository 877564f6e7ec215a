import {
  CATEGORIES,
  categoriesOf,
  categoryOf,
  deadlinesFrom,
  EVENT_TYPES,
  findCategory,
  type Urgency,
} from 'domain/category/category'
import type { Actor } from 'domain/kernel/actor'
import { bornNeed, type PlaceArgs } from 'domain/need/place'
import {
  aCentreHousehold,
  aGridWorker,
  aResident,
  aSecretary,
  community,
  elsewhere,
  idOf,
  noon,
} from '../../support/builders'

const event: PlaceArgs = {
  id: idOf('n', 1),
  kind: 'report',
  categoryCode: 'report-garbage',
  communityCode: community,
  words: '公交站旁堆了五六袋垃圾',
  answers: {},
  urgency: 'normal',
  consent: false,
}
const collected = (more: Partial<PlaceArgs> = {}, placer = aGridWorker()) => {
  const args = { ...event, ...more }
  const of = { category: findCategory(args.categoryCode) }
  return bornNeed(args, placer, { now: noon, eventId: idOf('e', 1) }, of).need
}

test('what a grid worker collects for their community tells of nobody, and needs no 同意', () => {
  expect(collected().status).toBe('placed')
  expect(collected({}, aCentreHousehold()).status).toBe('placed')
  const told: [Partial<PlaceArgs>, Actor?][] = [
    [{}, aResident()],
    [{}, aSecretary()],
    [{ communityCode: elsewhere }],
    [{ contact: { phone: '13800138000' } }],
    [{ placedFor: { alias: '黄伯', relation: '邻居', knows: true } }],
    [{ kind: 'help', categoryCode: 'help-power' }],
  ]
  for (const [more, placer] of told) expect(() => collected(more, placer)).toThrow('consentNeeded')
})

test('how soon a report is dealt with depends on how urgent it is, and is answered before it is done', () => {
  const by = (urgency: Urgency) => deadlinesFrom(noon, categoryOf('report-ads'), urgency)
  expect(by('low').finishBy).toBe('2026-03-23T04:00:00.000Z')
  expect(by('normal').finishBy).toBe('2026-03-21T04:00:00.000Z')
  expect(by('high').finishBy).toBe('2026-03-19T04:00:00.000Z')
  for (const { code, finishByUrgency, finishWithinMin } of CATEGORIES) {
    const { respondBy, finishBy } = deadlinesFrom(noon, categoryOf(code), 'high')
    expect(respondBy <= finishBy).toBe(true)
    if (!finishByUrgency) continue
    expect(finishByUrgency.low).toBeGreaterThan(finishWithinMin)
    expect(finishByUrgency.high).toBeLessThan(finishWithinMin)
  }
})

test('the six types of event and the groups of the reports are the same', () => {
  const groups = new Set(categoriesOf('report').map(({ group }) => group))
  expect(EVENT_TYPES.map(({ name }) => name)).toEqual([...groups])
})
