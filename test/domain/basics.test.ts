import {
  CATEGORIES,
  categoryOf,
  deadlinesFrom,
  findCategory,
  SKILLS,
  unanswered,
  wrongAnswers,
} from 'domain/category/category'
import { tellsPersonalData } from 'domain/commands'
import { atLevel, contains, isVirtualCommunity, levelOf, parentOf, upwards } from 'domain/kernel/area'
import { uuid7 } from 'domain/kernel/id'
import { REFUSALS } from 'domain/kernel/refusal'
import { titleOf } from 'domain/kernel/text'
import { localDay, localInstant } from 'domain/kernel/time'
import type { Service, Session } from 'domain/listing/service'
import { outlineOf, summaryOf } from 'domain/need/needRow'
import { bornNeed, type PlaceArgs } from 'domain/need/place'
import { actionsFor } from 'domain/need/workflow'
import { COMMANDS } from 'domain/things'
import {
  aMember,
  aNeed,
  aResident,
  aService,
  community,
  heldBy,
  idOf,
  noon,
  toPool,
} from '../support/builders'

test('area codes are a prefix tree', () => {
  expect(upwards('441704100003001')).toEqual(['441704100003001', '441704100003', '441704100', '441704'])
  expect(levelOf('441704100003')).toBe('community')
  expect(levelOf('4417')).toBe(undefined)
  expect(parentOf('441704')).toBe(undefined)
  expect(contains('441704100', '441704100003')).toBe(true)
  expect(contains('441704100003', '441704100')).toBe(false)
  expect(atLevel('441704', 'community')).toBe(undefined)
  expect([isVirtualCommunity('441704400498'), isVirtualCommunity('441704100003')]).toEqual([true, false])
})

test('local days and times are those of China', () => {
  expect(localDay('2026-03-17T16:00:00.000Z')).toBe('2026-03-18')
  expect(localInstant('2026-03-18', '09:30')).toBe('2026-03-18T01:30:00.000Z')
})

test('personal data is looked for in every free text of a command', () => {
  const args = { needId: idOf('n', 1), action: 'add', note: '打 13800138000' } as const
  expect(tellsPersonalData('need.move', args)).toBe(true)
  expect(tellsPersonalData('need.move', { ...args, note: '带上梯子' })).toBe(false)
})

test('a title is the first sentence, cut where it is long', () => {
  expect(titleOf('客厅灯不亮了。换过灯泡')).toBe('客厅灯不亮了')
  expect(titleOf('一'.repeat(60))).toHaveLength(24)
})

test('ids are version 7 and sort by time', () => {
  const random = new Uint8Array(10).fill(255)
  const early = uuid7(Date.parse(noon), random)
  expect(early).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-b[0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(early < uuid7(Date.parse(noon) + 1, new Uint8Array(10))).toBe(true)
})

test('every category of the file is whole', () => {
  const known = SKILLS.map(({ code }) => code)
  for (const each of CATEGORIES) {
    const args = { ...each, districtCode: '441704' }
    expect({ [each.code]: COMMANDS['category.save'].args.safeParse(args).error }).toEqual({
      [each.code]: undefined,
    })
    expect(known).toEqual(expect.arrayContaining(each.skills))
  }
})

test('the categories are those of the district, with deadlines and questions', () => {
  expect(CATEGORIES).toHaveLength(54)
  expect(deadlinesFrom(noon, categoryOf('help-power'), 'high')).toEqual({
    respondBy: '2026-03-18T05:00:00.000Z',
    finishBy: '2026-03-20T04:00:00.000Z',
  })
  const power = CATEGORIES.find((each) => each.code === 'help-power')
  const keys = (questions: { key: string }[]) => questions.map((each) => each.key)
  expect(power && keys(wrongAnswers(power, { what: '不存在', smell: 'yes' }))).toEqual(['what', 'smell'])
  expect(power && keys(wrongAnswers(power, {}))).toEqual([])
  expect(power && keys(unanswered(power, { what: '' }))).toEqual(['what', 'smell'])
})

test('every refusal says in Chinese what to do, with an HTTP status', () => {
  for (const { text, status } of Object.values(REFUSALS)) {
    expect(text).toMatch(/[\u4e00-\u9fff]{4}/)
    expect(status).toBeGreaterThanOrEqual(400)
  }
})

test('arguments with unknown keys or endless text are refused at the contract', () => {
  const wrong = (more: object) =>
    COMMANDS['need.move'].args.safeParse({ needId: idOf('n', 1), action: 'add', ...more }).success
  expect(wrong({ note: '好' })).toBe(true)
  expect(wrong({ note: 'a'.repeat(301) })).toBe(false)
  expect(wrong({ note: '好', status: 'closed' })).toBe(false)
  expect(wrong({ action: 'absorb', fromId: idOf('n', 2), askers: [] })).toBe(false)
})

const place = (more: Partial<PlaceArgs> = {}): PlaceArgs => ({
  id: idOf('n', 1),
  kind: 'help',
  categoryCode: 'help-power',
  communityCode: community,
  words: '客厅灯不亮了。换过灯泡',
  answers: { what: '灯不亮', smell: false },
  urgency: 'normal',
  consent: true,
  ...more,
})
const birth = (more: Partial<PlaceArgs> = {}, service?: Service) => {
  const args = place(more)
  const of = { category: findCategory(args.categoryCode), service }
  return bornNeed(args, aResident(), { now: noon, eventId: idOf('e', 1) }, of).need
}

test('a need is born placed, with its promise', () => {
  expect(birth()).toMatchObject({
    status: 'placed',
    title: '客厅灯不亮了',
    requesterName: '人1',
    headcount: 1,
  })
  expect(() => birth({ consent: false })).toThrow('consentNeeded')
  expect(() => birth({ answers: { what: '别的' } })).toThrow('badAnswers')
  expect(() => birth({ categoryCode: 'wish-study' })).toThrow('unknownCategory')
  expect(() => birth({ gridCode: '441704109211001' })).toThrow('unknownArea')
  const knows = { alias: '李大文', relation: '邻居', knows: false }
  expect(() => birth({ placedFor: knows })).toThrow('consentNeeded')
  expect(birth({ placedFor: { ...knows, knows: true } }).requesterName).toBe('李**')
})

test('a time that suits keeps its span, forwards only, and is nobody else’s where the need is sensitive', () => {
  const whenSpan = { from: '2026-03-18T06:00:00.000Z', to: '2026-03-18T10:00:00.000Z' }
  expect(summaryOf(birth({ whenSpan })).whenSpan).toEqual(whenSpan)
  const wish = { kind: 'wish', categoryCode: 'wish-company', answers: {} } as const
  expect(summaryOf(birth({ ...wish, whenSpan })).whenSpan).toBeUndefined()
  const { args } = COMMANDS['need.place']
  expect(args.safeParse(place({ whenSpan })).success).toBe(true)
  expect(args.safeParse(place({ whenSpan: { from: whenSpan.to, to: whenSpan.from } })).success).toBe(false)
})

test('ordering a listed service is born dispatched to its org, while there are places', () => {
  const [session] = aService().sessions as [Session]
  const service = (booked: number, listed = true) =>
    aService(1, { listed, sessions: [{ ...session, booked }] })
  const order = {
    kind: 'service',
    categoryCode: 'service-repair',
    serviceId: service(0).id,
    sessionId: session.id,
    answers: {},
  } as const
  expect(birth(order, service(1))).toMatchObject({ status: 'dispatched', offer: { orgIds: [idOf('o', 1)] } })
  expect(() => birth(order, service(2))).toThrow('sessionFull')
  expect(() => birth(order, service(0, false))).toThrow('notListed')
  expect(() => birth({ ...order, sessionId: idOf('s', 9) }, service(0))).toThrow('sessionOver')
  expect(() => birth(order, undefined)).toThrow('notFound')
})

test('a stranger’s buttons are the same from the summary as from the whole need', () => {
  const member = aMember(31)
  const needs = [
    aNeed({ status: 'dispatched', offer: toPool }),
    aNeed({ status: 'dispatched', offer: { personIds: [member.id], orgIds: [] } }),
    heldBy('claimed', 1, aMember(32)),
    heldBy('serving', 2, aMember(32)),
  ]
  for (const need of needs) {
    const invited = need.offer?.personIds.includes(member.id)
    const outline = outlineOf(summaryOf(need), invited ? { as: ['invited'] } : undefined, member)
    expect(actionsFor(outline, member, noon)).toEqual(actionsFor(need, member, noon))
  }
})
