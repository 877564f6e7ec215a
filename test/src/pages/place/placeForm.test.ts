import { placeArgs } from 'domain/place'
import { firstOf, type PlaceForm, placeArgsOf, placeErrors, placeForm } from '@/pages/place/placeForm'
import { aResident, community, elsewhere, idOf } from '../../../support/builders'

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
  expect(Object.keys(placeErrors(form, false, true))).toEqual(['category', 'words', 'consent'])
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
])('a number in %s is told at once, with where it belongs', (field, more) => {
  expect(placeErrors(filled(more), true, false)[field]).toContain('联系电话')
})

test('for somebody else it asks who they are, and that they know', () => {
  const form = filled({ placedFor: { alias: '', relation: '', knows: false } })
  expect(Object.keys(placeErrors(form, true, true))).toEqual(['who', 'relation', 'knows'])
})

test('answers to another category stay behind, also under the same key', () => {
  const answers = { what: '漏水', smell: false, shut: true }
  expect(placeForm({ categoryCode: 'help-power', answers }, me, undefined).answers).toEqual({ smell: false })
})

test('people are led to the highest field that is wrong', () => {
  expect(firstOf({ consent: '…', phone: '…', 'answer-what': '…', words: '…' })).toBe('answer-what')
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
  expect(placeArgsOf(form, idOf('n', 1), '磨刀').words).toBe('报名：磨刀')
})
