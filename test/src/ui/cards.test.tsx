import { fireEvent, render, screen } from '@testing-library/react'
import type { ComponentProps } from 'react'
import { Btn } from '@/ui/Btn'
import { Deadline } from '@/ui/Deadline'
import { NeedCard } from '@/ui/NeedCard'
import { Person } from '@/ui/Person'
import { ServiceCard } from '@/ui/ServiceCard'
import { Slots } from '@/ui/Slots'
import { StatusTag } from '@/ui/StatusTag'
import { Stepper } from '@/ui/Stepper'
import { Steps } from '@/ui/Steps'

jest.mock('@tarojs/components', () => require('../../support/taroComponents'))

const nothing = () => {}
const need = (more: Partial<ComponentProps<typeof NeedCard>> = {}) => (
  <NeedCard kind='help' label='求助 · 陪诊就医' tone='claim' title='陪老人复查' age='26 分钟前' {...more} />
)

describe('a need', () => {
  test('is one button, and says all of it', () => {
    const opened = jest.fn()
    render(need({ onTap: opened, place: '燕山湖社区' }))
    const card = screen.getByRole('button', { name: /陪老人复查.*燕山湖社区.*26 分钟前/ })
    fireEvent.click(card)
    expect(opened).toHaveBeenCalledTimes(1)
  })

  test('with a control on it has its title for a button: the whole card opens, the control does not', () => {
    const opened = jest.fn()
    const claimed = jest.fn()
    render(need({ onTap: opened, action: <Btn text='我来接' onTap={claimed} /> }))
    const title = screen.getByRole('button', { name: '陪老人复查' })
    expect(title.querySelector('[role=button]')).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: '我来接' }))
    expect([claimed.mock.calls.length, opened.mock.calls.length]).toEqual([1, 0])
    fireEvent.click(title)
    expect(opened).toHaveBeenCalledTimes(1)
    fireEvent.click(screen.getByText('求助 · 陪诊就医'))
    expect(opened).toHaveBeenCalledTimes(2)
  })

  test('kept on the phone says that it will go out, whatever its status', () => {
    render(need({ look: 'waiting' }))
    expect(screen.getByRole('img', { name: '状态，待发送' })).toBeTruthy()
    expect(screen.getByText('联网后自动送出')).toBeTruthy()
  })

  test('new in the list is marked as such', () => {
    render(need({ look: 'new' }))
    expect(screen.getByText('新')).toBeTruthy()
  })

  test('in the queue begins with what time is left', () => {
    render(need({ left: { text: '已超 12 分', tone: 'late' } }))
    expect(screen.getByText('已超 12 分')).toBeTruthy()
    expect(screen.queryByText('求助 · 陪诊就医')).toBeNull()
  })

  test('that is recommended says why, at most three times', () => {
    const unfit = jest.fn()
    const reasons = ['对口', '同一网格', '有空', '第四条'].map((text) => ({ icon: 'tool' as const, text }))
    render(need({ why: { reasons, onUnfit: unfit } }))
    expect(screen.queryByText('第四条')).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: '不合适？' }))
    expect(unfit).toHaveBeenCalledTimes(1)
  })
})

test.each([
  ['dispatch', '状态，待派单，第一步，共五步'],
  ['serving', '状态，服务中，第四步，共五步'],
  ['rate', '状态，待评价，第五步，共五步'],
  ['done', '状态，已办结'],
  ['urge', '状态，督办'],
] as const)('the status %s is read as “%s”', (tone, words) => {
  render(<StatusTag tone={tone} />)
  expect(screen.getByRole('img', { name: words })).toBeTruthy()
})

test.each([
  [1, 0, 0, 1, '需要 1 人'],
  [4, 2, 2, 2, '还差 2 人'],
  [2, 2, 2, 0, '已接满'],
  [12, 7, 5, 0, '还差 5 人'],
])('of %i places %i are taken: %i full circles, %i dashed, “%s”', (total, taken, full, open, words) => {
  const { container } = render(<Slots total={total} taken={taken} />)
  const dashed = container.querySelectorAll('.slot--open').length
  expect([container.querySelectorAll('.slot').length - dashed, dashed]).toEqual([full, open])
  expect(screen.getByRole('img', { name: `${total} 个名额，${words}` })).toBeTruthy()
})

test.each([
  [0.8, '按时', 20],
  [0.2, '快到时间', 80],
  [0, '已超时', 100],
  [-3, '已超时', 100],
])('with %d of the time left a deadline says “%s”', (shareLeft, verdict, used) => {
  render(
    <Deadline promise='承诺今天' left='24 分' started='08:19 提交' consequence='' shareLeft={shareLeft} />,
  )
  expect(screen.getByText(verdict)).toBeTruthy()
  expect(screen.getByRole('img', { name: `时间用了百分之 ${used}` })).toBeTruthy()
})

test('a late deadline that was passed on says so', () => {
  const late = { promise: '承诺今天', left: '2 分', started: '', consequence: '', shareLeft: -1 }
  render(<Deadline {...late} escalated />)
  expect(screen.getByText('已转督办')).toBeTruthy()
})

test('steps are read as a number of five', () => {
  const { rerender } = render(<Steps step={4} />)
  expect(screen.getByRole('img', { name: '第 4 步，共 5 步' })).toBeTruthy()
  rerender(<Steps step={6} />)
  expect(screen.getByRole('img', { name: '全部完成' })).toBeTruthy()
})

test('steps by name: those before are ticked, the one under way and those to come are numbered', () => {
  render(<Stepper steps={['采集', '研判', '分派']} step={2} />)
  const steps = screen.getByRole('img', { name: '第 2 步，研判，共 3 步' })
  expect([...steps.children].map((each) => each.textContent)).toEqual(['采集', '2研判', '3分派'])
  expect(steps.querySelectorAll('.i-check')).toHaveLength(1)
})

test('a full session cannot be ordered, and says where else', () => {
  const ordered = jest.fn()
  render(<ServiceCard label='长者饭堂' title='午餐配送' seatsLeft={0} onOrder={ordered} onTap={nothing} />)
  fireEvent.click(screen.getByRole('button', { name: '就要这个' }))
  expect(ordered).not.toHaveBeenCalled()
  expect(screen.getByText('名额满了，可看别的场次')).toBeTruthy()
})

test('a person with a button beside them: the name opens, the button acts', () => {
  const opened = jest.fn()
  const called = jest.fn()
  render(<Person name='陈师傅' tail={<Btn text='打电话' onTap={called} />} onTap={opened} />)
  fireEvent.click(screen.getByRole('button', { name: '打电话' }))
  expect([called.mock.calls.length, opened.mock.calls.length]).toEqual([1, 0])
  fireEvent.click(screen.getByRole('button', { name: '陈师傅' }))
  expect(opened).toHaveBeenCalledTimes(1)
})
