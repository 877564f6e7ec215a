import type { NeedAction } from 'domain/need/moves'
import { needBar } from '@/need/view/needBar'
import { answerLines, orderWords, saidParts } from '@/need/view/needStory'
import { aNeed } from '../../../support/builders'

test.each([
  ['a title made of the first sentence', '灯不亮了', '灯不亮了。换过灯泡', '灯不亮了', '换过灯泡'],
  ['a title that was cut short', '客厅的灯…', '客厅的灯从昨天起就不亮。急', '客厅的灯从昨天起就不亮', '急'],
  ['a title of its own', '换灯', '灯不亮了。换过灯泡', '换灯', '灯不亮了。换过灯泡'],
  ['an order with nothing to add', '义诊', orderWords('义诊'), '义诊', ''],
])('nothing is said twice: %s', (_, title, words, head, rest) => {
  expect(saidParts({ title, words })).toEqual({ head, rest })
})

test('answers are told in the words of their question', () => {
  const need = aNeed({ answers: { what: '跳闸', smell: true, lift: false } })
  expect(answerLines(need)).toEqual(['哪里有问题：跳闸', '有没有焦味或火花：有', '楼里有电梯吗：没有'])
})

test('the bar has one main button, three beside it at most, and the others under 更多', () => {
  const possible: NeedAction[] = ['dispatch', 'reject', 'merge', 'resize', 'add', 'escalate']
  expect(needBar(possible)).toEqual({
    main: 'dispatch',
    acts: ['add', 'merge'],
    more: ['reject', 'resize', 'escalate'],
  })
  expect(needBar(['withdraw', 'add', 'urge'])).toEqual({ main: 'add', acts: ['urge', 'withdraw'], more: [] })
})
