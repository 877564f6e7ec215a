import { fireEvent, render, screen } from '@testing-library/react'
import { Empty } from '@/ui/Empty'
import { ListTabs } from '@/ui/ListTabs'
import { Nav } from '@/ui/Nav'
import { NewPill } from '@/ui/NewPill'
import { Section } from '@/ui/Section'
import { SyncBanner } from '@/ui/SyncBanner'
import { TabBar } from '@/ui/TabBar'

jest.mock('@tarojs/components', () => require('../../support/taroComponents'))

const nothing = () => {}

test('the tab bar says where one is, and what waits there', () => {
  const went = jest.fn()
  render(<TabBar current='lists' badges={{ work: 7, me: 120, home: 0 }} onSwitch={went} />)
  expect(screen.getByRole('tab', { name: '清单' }).getAttribute('aria-selected')).toBe('true')
  expect(screen.getByRole('tab', { name: '首页' }).getAttribute('aria-selected')).toBe('false')
  expect(screen.getByText('99+')).toBeTruthy()
  fireEvent.click(screen.getByRole('tab', { name: '工作台，7 件待处理' }))
  expect(went).toHaveBeenCalledWith('work')
})

test('the three lists are tabs', () => {
  const went = jest.fn()
  render(<ListTabs current='need' counts={{ need: 12 }} onSwitch={went} />)
  expect(screen.getByRole('tab', { name: /需求清单/ }).getAttribute('aria-selected')).toBe('true')
  fireEvent.keyDown(screen.getByRole('tab', { name: /服务清单/ }), { key: 'Enter' })
  expect(went).toHaveBeenCalledWith('service')
})

test('back comes before the title, for eyes and for the reader', () => {
  render(<Nav title='点单详情' onBack={nothing} />)
  const back = screen.getByRole('button', { name: '返回' })
  const title = screen.getByRole('heading', { level: 1, name: '点单详情' })
  expect(back.compareDocumentPosition(title) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
})

test('a section is a heading, and its way on says where it leads', () => {
  render(<Section title='我的点单' more={{ text: '全部', onTap: nothing }} />)
  expect(screen.getByRole('heading', { level: 2, name: /我的点单/ })).toBeTruthy()
  expect(screen.getByRole('button', { name: '我的点单，全部' })).toBeTruthy()
})

test.each([
  ['offline', 0, '没有网络，内容都存在手机里', '试一下'],
  ['offline', 2, '没有网络，2 件待发送', '看看'],
  ['sending', 1, '正在送出，还剩 1 件', undefined],
  ['sent', 0, '都送到了', undefined],
  ['refused', 1, '1 件没送成，要您看一下', '去处理'],
] as const)('the banner when %s with %i: “%s”', (state, count, words, way) => {
  const tapped = jest.fn()
  render(<SyncBanner state={state} count={count} onTap={tapped} />)
  expect(screen.getByRole('status').textContent).toContain(words)
  expect(screen.queryAllByRole('button').map((each) => each.textContent)).toEqual(way ? [way] : [])
})

test('new needs are announced politely, and wait for a tap', () => {
  const shown = jest.fn()
  render(<NewPill text='有 3 件新需求' onTap={shown} />)
  expect(screen.getByRole('status').textContent).toBe('有 3 件新需求')
  expect(shown).not.toHaveBeenCalled()
  fireEvent.click(screen.getByRole('button'))
  expect(shown).toHaveBeenCalledTimes(1)
})

test('where there is nothing, there is one way out', () => {
  const left = jest.fn()
  render(<Empty icon='heart' title='还没有点过单' action={{ text: '我要点单', onTap: left }} />)
  fireEvent.click(screen.getByRole('button', { name: '我要点单' }))
  expect(left).toHaveBeenCalledTimes(1)
})
