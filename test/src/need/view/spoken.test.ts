import { readAloud, spokenTimes } from '@/need/view/spoken'
import { noon } from '../../../support/builders'
import { as, aView } from '../store/views'

test.each([
  ['10:10', '上午十点十分'],
  ['09:05', '上午九点零五分'],
  ['00:00', '凌晨零点'],
  ['05:59', '凌晨五点五十九分'],
  ['12:00', '中午十二点'],
  ['14:30', '下午两点半'],
  ['18:00', '下午六点'],
  ['19:00', '晚上七点'],
  ['22:20', '晚上十点二十分'],
])('%s is said %s', (time, said) => {
  expect(spokenTimes(time)).toBe(said)
})

test('a sentence keeps its words, and loses the gaps around its times', () => {
  expect(spokenTimes('社区已收到，今天 16:00 前回应')).toBe('社区已收到，今天下午四点前回应')
  expect(spokenTimes('周六 3月21日 09:00–11:30')).toBe('周六 3月21日上午九点到十一点半')
  expect(spokenTimes('今天 14:00–19:30')).toBe('今天下午两点到晚上七点半')
  expect(spokenTimes('已超 1 小时 30 分')).toBe('已超一个半小时')
  expect(spokenTimes('还剩 2 小时 5 分要派出')).toBe('还剩两个小时零五分要派出')
  expect(spokenTimes('已超 4 天 2 小时')).toBe('已超四天两个小时')
  expect(spokenTimes('已超 3 小时')).toBe('已超三个小时')
  expect(spokenTimes('服务 120 小时')).toBe('服务 120 小时')
  expect(spokenTimes('陈师傅已接单，还差 1 人')).toBe('陈师傅已接单，还差 1 人')
})

test('what is under way is read as sentences, the first three of it', () => {
  const views = [1, 2, 3, 4].map((n) => aView(n, { title: `第${n}单` }, as('requester')))
  expect(readAloud(views.slice(0, 1), noon)).toMatch(/^您有一件事在办。第1单。社区已收到，.*点.*前回应。$/)
  expect(readAloud(views.slice(0, 2), noon)).toMatch(/^您有两件事在办。第一件，第1单。.*第二件，第2单。/)
  const all = readAloud(views, noon)
  expect(all).not.toContain('第4单')
  expect(all).toMatch(/其他的，在“我的事”里。$/)
  expect(all).not.toMatch(/\d:\d|。。/)
})

test('a sentence that asks ends with its question mark', () => {
  const done = aView(1, { title: '修灯', status: 'served' }, as('requester'))
  expect(readAloud([done], noon)).toMatch(/您看行不行？$/)
})

test('with nothing under way it says how to ask', () => {
  expect(readAloud([], noon)).toContain('红色按钮')
})
