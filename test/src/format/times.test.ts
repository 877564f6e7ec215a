import { agoText, clockText, greeting, lineText, minutesLeft, sittingText, spanText } from '@/format/times'

const now = '2026-03-18T01:41:00.000Z' // 09:41 in China

test.each([
  ['2026-03-18T10:00:00.000Z', '今天 18:00'],
  ['2026-03-18T16:30:00.000Z', '明天 00:30'],
  ['2026-03-17T15:59:00.000Z', '昨天 23:59'],
  ['2026-04-01T01:00:00.000Z', '4月1日 09:00'],
  ['2027-04-01T01:00:00.000Z', '2027年4月1日 09:00'],
])('%s reads as %s', (at, text) => {
  expect(clockText(at, now)).toBe(text)
})

test.each([
  ['2026-03-18T01:40:30.000Z', '刚刚'],
  ['2026-03-18T01:33:00.000Z', '8 分钟前'],
  ['2026-03-17T23:30:00.000Z', '2 小时前'],
  ['2026-03-17T10:00:00.000Z', '昨天'],
])('%s was %s', (at, text) => {
  expect(agoText(at, now)).toBe(text)
})

test.each([
  [24, '24 分'],
  [499, '8 小时 19 分'],
  [120, '2 小时'],
  [1440 * 3 + 150, '3 天 2 小时'],
])('%d minutes are %s', (minutes, text) => {
  expect(spanText(minutes)).toBe(text)
})

test('a timeline names the day only where it is not today', () => {
  expect(lineText('2026-03-18T01:35:00.000Z', now)).toBe('09:35')
  expect(lineText('2026-03-17T01:35:00.000Z', now)).toBe('昨天 09:35')
})

test('sittings, greetings and what is left count in China’s time', () => {
  expect(sittingText('2026-03-19T11:30:00.000Z', '2026-03-19T13:00:00.000Z')).toBe('周四 3月19日 19:30–21:00')
  expect(greeting(now)).toBe('早上好')
  expect(minutesLeft('2026-03-18T02:00:00.000Z', now)).toBe(19)
})
