import { render, screen } from '@testing-library/react'
import { Deadline } from '@/ui/Deadline'
import { Timeline } from '@/ui/Timeline'

jest.mock('@tarojs/components', () => require('../../support/taroComponents'))

const promised = { promise: '承诺今天 18:00 前办好', started: '08:19 提交', consequence: '' }

test.each([
  [0.86, false, '按时', '还剩 8 小时'],
  [0.2, false, '快到时间', '还剩 8 小时'],
  [0.2, true, '快到时间', '还剩 8 小时'],
  [0, false, '已超时', '已超 8 小时'],
  [-1, true, '已转督办', '已超 8 小时'],
])('with %f of the time left, escalated %s: %s', (shareLeft, escalated, verdict, left) => {
  render(<Deadline {...promised} left='8 小时' shareLeft={shareLeft} escalated={escalated} />)
  expect(screen.getByText(verdict)).toBeTruthy()
  // a timer is live, but says nothing by itself
  expect(screen.getByRole('timer').getAttribute('aria-label')).toBe(left)
})

test('the timeline is a list, of which every line says whether it is done', () => {
  render(
    <Timeline
      entries={[
        { id: '1', title: '社区派单', state: 'done' },
        { id: '2', title: '陈师傅出发了', state: 'now' },
        { id: '3', title: '等您评价', state: 'next' },
      ]}
    />,
  )
  expect(screen.getAllByRole('listitem')).toHaveLength(3)
  expect(screen.getAllByRole('img').map((each) => each.getAttribute('aria-label'))).toEqual([
    '已完成',
    '正在进行',
    '接下来',
  ])
})
