import { categoriesOf } from 'domain/category/category'
import { newLearner } from 'domain/category/guess/learn'
import { placeArgs } from 'domain/need/place'
import {
  askedOf,
  asksAlias,
  firstOf,
  holdsNumbers,
  type PlaceForm,
  placeArgsOf,
  placeErrors,
  placeForm,
  stillOpen,
} from '@/need/place/placeForm'
import { aResident, aService, community, elsewhere, idOf, noon } from '../../../support/builders'

const me = { ...aResident(), skills: [], availability: [], capacity: 1 }
const filled = (more: Partial<PlaceForm> = {}): PlaceForm => ({
  kind: 'help',
  categoryCode: 'help-power',
  communityCode: community,
  words: '客厅灯不亮了',
  answers: { what: '灯不亮', smell: false },
  ...more,
})

test('an empty form stands on the own grid, and is not blamed before somebody tries to send it', () => {
  const form = placeForm({}, me, elsewhere)
  expect(form).toMatchObject({ kind: 'help', communityCode: community, gridCode: me.homeGrid })
  expect(placeErrors(form, false, false)).toEqual({})
  expect(Object.keys(placeErrors(form, false, true))).toEqual(['words', 'consent'])
})

test('a guest stands in the community they look at, and a community chosen without a grid keeps none', () => {
  expect(placeForm({}, undefined, elsewhere).communityCode).toBe(elsewhere)
  expect(placeForm({ communityCode: community }, me, undefined).gridCode).toBe(undefined)
})

test.each<[string, Partial<PlaceForm>]>([
  ['words', { words: '打我电话 138 0013 8000' }],
  ['when', { whenText: '来之前打 13800138000' }],
  ['answer-what', { answers: { what: '13800138000', smell: false } }],
  ['who', { placedFor: { alias: '13800138000', relation: '父母', knows: true } }],
])('a number in %s is told at once, with what to do', (field, more) => {
  expect(placeErrors(filled(more), true, false)[field]).toContain('去掉号码')
  expect(holdsNumbers(filled(more))).toBe(true)
})

test('for somebody else it asks who they are, and that they know', () => {
  const form = filled({ placedFor: { alias: '', relation: '' } })
  expect(placeErrors(form, true, true)).toEqual({
    who: expect.stringContaining('称呼'),
    relation: expect.stringContaining('什么人'),
    knows: '请选一项',
  })
  const told = filled({ placedFor: { alias: '黄伯', relation: '父母', knows: false } })
  expect(placeErrors(told, true, true)).toEqual({ knows: expect.stringContaining('先跟对方说一声') })
  expect(placeErrors(filled({ placedFor: { ...told.placedFor, knows: true } }), true, true)).toEqual({})
})

test('answers to another category stay behind, also under the same key', () => {
  const answers = { what: '漏水', smell: false, shut: true }
  expect(placeForm({ categoryCode: 'help-power', answers }, me, undefined).answers).toEqual({ smell: false })
})

test('people are led to the highest field that is wrong', () => {
  expect(firstOf({ consent: '…', phone: '…', 'answer-what': '…', words: '…' })).toBe('words')
  expect(firstOf({})).toBe(undefined)
})

test('what is sent is what the contract takes: answers of this category, the number in its own place', () => {
  const form = filled({
    contact: { phone: '13800138000', address: ' ' },
    whenText: '尽快',
  })
  const args = placeArgsOf(form, idOf('n', 1), undefined)
  expect(placeArgs.safeParse(args).success).toBe(true)
  expect(args).toMatchObject({
    answers: { what: '灯不亮', smell: false },
    contact: { phone: '13800138000', address: undefined },
    urgency: 'high',
  })
})

test('who orders a listed service needs no words of their own', () => {
  const form = filled({
    kind: 'service',
    categoryCode: 'service-repair',
    words: '',
    answers: { what: '磨刀' },
    serviceId: idOf('s', 1),
  })
  expect(placeErrors(form, true, true)).toEqual({ session: '请选一场' })
  const service = aService(1, { title: '磨刀' })
  const [session] = service.sessions
  const args = placeArgsOf({ ...form, sessionId: session?.id }, idOf('n', 1), service)
  expect(args).toMatchObject({
    words: '报名：磨刀',
    whenSpan: { from: session?.startsAt, to: session?.endsAt }, // the time that stood there
  })
})

test('who says what they want has said of which kind it is, until they choose another', () => {
  const said = placeForm({ words: '厨房水龙头一直漏水' }, me, undefined)
  expect(said).toMatchObject({ kind: 'help', categoryCode: 'help-water', answers: { what: '水龙头' } })
  expect(placeForm({ words: '楼下路灯不亮' }, me, undefined)).toMatchObject({ kind: 'report' })
  const chosen = placeForm({ words: '楼下路灯不亮', kind: 'help' }, me, undefined)
  expect(chosen).toMatchObject({ kind: 'help', categoryCode: 'help-power' })
  expect(placeForm({ words: '想请您帮个忙' }, me, undefined).categoryCode).toBe('help-other')
  expect(placeForm({}, me, undefined).categoryCode).toBeUndefined()
})

test('where the words leave it open, the likely ones are offered and nothing is claimed', () => {
  const open = placeForm({ words: '家里的冰箱', kind: 'help' }, me, undefined)
  expect(open).toMatchObject({ categoryCode: 'help-other', found: { by: 'asking' } })
  expect(askedOf(open).length).toBeGreaterThan(1)
  expect(askedOf(open).length).toBeLessThanOrEqual(3)
  expect(askedOf(open).map(({ code }) => code)).not.toContain('help-other')
  const said = placeForm({ words: '厨房水龙头一直漏水' }, me, undefined)
  expect([said.found, askedOf(said)]).toEqual([{ by: 'guess' }, []])
})

test('how the list calls them is asked once the category is settled, and stays once it was written', () => {
  const words = '家里的冰箱'
  const asks = (more: object) => asksAlias(placeForm({ words, kind: 'help', ...more }, me, undefined))
  expect(categoriesOf('help').find(({ code }) => code === 'help-other')?.sensitive).toBe(true)
  expect(askedOf(placeForm({ words, kind: 'help' }, me, undefined))).not.toEqual([])
  expect([asks({}), asks({ categoryCode: 'help-other' }), asks({ alias: '' })]).toEqual([false, true, true])
})

test('what somebody chose stands, whatever they go on to write', () => {
  const chosen = placeForm(
    { words: '厨房水龙头一直漏水', kind: 'help', categoryCode: 'help-move' },
    me,
    undefined,
  )
  expect(chosen).toMatchObject({ categoryCode: 'help-move', found: { by: 'choice' } })
})

test('what others have corrected is guessed from then on', () => {
  const learner = newLearner()
  for (const who of ['a', 'b', 'c', 'd', 'e'])
    learner.hear({ kind: 'help', categoryCode: 'help-errand', words: '想食簸箕炊', placedById: who })
  const draft = { words: '想食簸箕炊', kind: 'help' } as const
  expect(placeForm(draft, me, undefined).found).not.toEqual({ by: 'guess' })
  expect(placeForm(draft, me, undefined, {}, learner.taught())).toMatchObject({
    categoryCode: 'help-errand',
    found: { by: 'guess' },
  })
})

test('an answer is asked for and does not hold an order up', () => {
  expect(placeErrors(filled({ answers: {} }), true, true)).toEqual({})
})

test('how one was reached last time stands there, but is not another’s, and no door on a report', () => {
  const own = { contact: { phone: '13800138000', address: '7 栋 402' }, communityCode: elsewhere }
  const form = (draft: Parameters<typeof placeForm>[0]) => placeForm(draft, me, undefined, own)
  expect(form({})).toMatchObject({ contact: own.contact, communityCode: elsewhere, gridCode: undefined })
  expect(form({ placedFor: {} }).contact).toBeUndefined()
  expect(form({ kind: 'report' }).contact).toEqual({ phone: '13800138000' })
  expect(form({ contact: { phone: '' } }).contact).toEqual({ phone: '' })
})

test('a time goes along with its span, and only where somebody is to come', () => {
  const whenSpan = { from: '2026-03-18T06:00:00.000Z', to: '2026-03-18T10:00:00.000Z' }
  const timed = (kind: 'help' | 'report') =>
    placeArgsOf(filled({ kind, whenText: '3月18日下午', whenSpan }), idOf('n', 1), undefined)
  expect(timed('help')).toMatchObject({ whenText: '3月18日下午', whenSpan })
  expect(timed('report')).toMatchObject({ whenText: undefined, whenSpan: undefined })
})

test('a time that has passed since the draft was written is not sent, and one to come is', () => {
  const form = filled({
    whenText: '3月18日上午',
    whenSpan: { from: '2026-03-18T00:00:00.000Z', to: '2026-03-18T04:00:00.000Z' },
  })
  expect(stillOpen(form, undefined, '2026-03-18T03:59:00.000Z')).toEqual(form)
  expect(stillOpen(form, undefined, noon)).toMatchObject({ whenText: undefined, whenSpan: undefined })
  expect(stillOpen(filled({ whenText: '下班以后' }), undefined, noon).whenText).toBe('下班以后')
})

test.each([
  ['\u202d138 0013 8000\u202c', '13800138000'],
  ['＋86 138－0013－8000', '13800138000'],
  ['（0662）661 2345', '0662-6612345'],
])('a number pasted from the contacts of the phone is taken: %j', (phone, kept) => {
  const form = filled({ contact: { phone } })
  expect(placeErrors(form, true, true)).toEqual({})
  expect(placeArgsOf(form, idOf('n', 1), undefined).contact).toEqual({ phone: kept })
})

test('words that nobody sees are no words', () => {
  for (const words of ['\u3164', '\u200b ', '\u2800'])
    expect(Object.keys(placeErrors(filled({ words }), true, true))).toEqual(['words'])
})
