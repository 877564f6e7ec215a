import { furtherDays, whenChoices, whenOf } from '@/format/when'
import { noon } from '../../support/builders'

test('a time to tap names its date and its span, and of today only what is to come', () => {
  expect(whenChoices(noon)).toEqual([
    {
      text: '今天下午',
      whenText: '3月18日下午',
      whenSpan: { from: '2026-03-18T04:00:00.000Z', to: '2026-03-18T10:00:00.000Z' },
    },
    {
      text: '今天晚上',
      whenText: '3月18日晚上',
      whenSpan: { from: '2026-03-18T10:00:00.000Z', to: '2026-03-18T13:00:00.000Z' },
    },
    {
      text: '明天',
      whenText: '3月19日',
      whenSpan: { from: '2026-03-19T00:00:00.000Z', to: '2026-03-19T13:00:00.000Z' },
    },
    { text: '尽快', whenText: '尽快' },
  ])
  const texts = (at: string) => whenChoices(at).map(({ text }) => text)
  expect(texts('2026-03-18T01:41:00.000Z')).toEqual(['今天上午', '今天下午', '明天', '尽快'])
  expect(texts('2026-03-18T13:00:00.000Z')).toEqual(['明天', '尽快'])
})

test('the days after tomorrow have their names, over midnight in China too', () => {
  const late = '2026-03-18T15:59:00.000Z' // 23:59
  expect(furtherDays(late).map(({ text }) => text)).toEqual([
    '后天',
    '周六 21日',
    '周日 22日',
    '周一 23日',
    '周二 24日',
    '周三 25日',
    '周四 26日',
  ])
  const [dayAfter] = furtherDays(late)
  expect(dayAfter && whenOf(dayAfter.at, '上午').whenText).toBe('3月20日上午')
})
