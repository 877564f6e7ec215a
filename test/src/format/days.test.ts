import { beginsIn, spanOf, suits } from '@/format/days'

// a Wednesday, 12:00 in China
const now = '2026-03-18T04:00:00.000Z'
const span = (from: string, to: string) => ({ from: `2026-03-${from}:00.000Z`, to: `2026-03-${to}:00.000Z` })

test('days begin at midnight in China', () => {
  expect(spanOf('today', now)).toEqual(span('17T16:00', '18T16:00'))
  expect(spanOf('tomorrow', now)).toEqual(span('18T16:00', '19T16:00'))
  expect(spanOf('week', now)).toEqual(span('17T16:00', '24T16:00'))
})

test('the weekend is Saturday and Sunday, on a Sunday what is left of it', () => {
  expect(spanOf('weekend', now)).toEqual(span('20T16:00', '22T16:00'))
  expect(spanOf('weekend', '2026-03-21T04:00:00.000Z')).toEqual(span('20T16:00', '22T16:00'))
  expect(spanOf('weekend', '2026-03-22T04:00:00.000Z')).toEqual(span('21T16:00', '22T16:00'))
})

test.each([
  ['a time of that day', { whenText: '3月18日下午', whenSpan: span('18T06:00', '18T10:00') }, true],
  ['a time of another day', { whenText: '3月19日', whenSpan: span('18T16:00', '19T16:00') }, false],
  ['as soon as possible', { whenText: '尽快' }, true],
  ['nothing said', {}, true],
  ['their own words, which nobody can read but people', { whenText: '等我儿子回来' }, false],
])('today: %s', (_, need, expected) => {
  expect(suits(need, 'today', now)).toBe(expected)
})

test('as soon as possible is not tomorrow', () => {
  expect(suits({ whenText: '尽快' }, 'tomorrow', now)).toBe(false)
})

test('a service begins then when one of its sittings does', () => {
  const sittings = [{ startsAt: '2026-03-19T01:00:00.000Z' }]
  expect(beginsIn(sittings, 'tomorrow', now)).toBe(true)
  expect(beginsIn(sittings, 'today', now)).toBe(false)
})
