import { act, fireEvent, render, screen } from '@testing-library/react'
import { dismiss, send } from '@/client'
import { Pool } from '@/need/pool/Pool'
import { scrollToId } from '@/platform/scroll'
import { useAppState } from '@/store/appState'
import { aMember, community, idOf, noon, toPeople } from '../../../support/builders'
import { aHelper, buttons, headings, tap } from '../../work/workbench'
import { as, aView, claiming, emptyRecords, logIn, offered, publish } from '../store/views'

jest.mock('@tarojs/taro', () => ({}))
jest.mock('@tarojs/components', () => jest.requireActual('../../../support/taroComponents'))
jest.mock('@/client', () => ({ send: jest.fn(() => ({ ok: true, commandId: 'c' })), dismiss: jest.fn() }))
jest.mock('@/platform/dialog', () => ({ toast: jest.fn() }))
jest.mock('@/platform/navigation', () => ({ goTo: jest.fn(), switchTab: jest.fn() }))
jest.mock('@/platform/scroll', () => ({ scrollToId: jest.fn() }))
jest.mock('@/platform/storage', () => {
  const kept = new Map<string, string>()
  return {
    storage: {
      get: (key: string) => kept.get(key),
      set: kept.set.bind(kept),
      remove: kept.delete.bind(kept),
    },
  }
})

const me = aHelper(aMember())
const later = '2026-03-18T08:00:00.000Z'
const open = { ...offered, respondBy: later }
const elsewhere = { ...open, categoryCode: 'help-phone' }

const show = () => render(<Pool me={me} now={noon} onTasks={() => {}} />)

let nobody = 20
beforeEach(() => {
  jest.useFakeTimers({ now: new Date(noon) })
  me.id = idOf('p', nobody++) // what somebody said of the pool stays with them
  jest.mocked(send).mockClear()
  emptyRecords()
  logIn(me)
  useAppState.setState({ ready: true, filled: true, refused: [], outbox: [] })
})
afterEach(() => jest.useRealTimers())

test('what suits me stands first with its reasons, and one button of the page is red', () => {
  publish(aView(1, { ...elsewhere, title: '教手机' }), aView(2, { ...open, title: '修灯' }))
  const { container } = show()
  expect(headings()).toEqual(['为您推荐1 件', '其他待接1 件'])
  expect(screen.getByText('正好是您会的：电工')).toBeTruthy()
  expect(buttons(/我来接/)).toEqual(['我来接：修灯', '我来接：教手机'])
  expect(container.querySelectorAll('.btn--primary')).toHaveLength(1)
})

test('a claim is sent once, and is a hope until it is answered', () => {
  publish(aView(1, { ...open, title: '修灯' }))
  show()
  tap('我来接：修灯')
  expect(send).toHaveBeenCalledWith('need.move', { needId: idOf('n', 1), action: 'claim' })
  act(() => publish(aView(1, { ...open, title: '修灯' }, claiming)))
  expect(screen.getByText('报名中，等结果')).toBeTruthy()
  expect(buttons(/我来接/)).toEqual([])
})

test.each<[string, boolean]>([
  ['after a while', true],
  ['before its hope was ever drawn', false],
])('a claim that is answered %s is told, once', (_, drawn) => {
  publish(aView(1, { ...open, title: '修灯' }))
  show()
  tap('我来接：修灯')
  if (drawn) act(() => publish(aView(1, { ...open, title: '修灯' }, claiming)))
  act(() => publish(aView(1, { ...open, title: '修灯', status: 'claimed', headcount: 1 }, as('holder'))))
  expect(screen.getByText(/接到了：修灯/)).toBeTruthy()
  fireEvent.click(screen.getByText('去看看'))
  act(() => publish(aView(1, { ...open, title: '修灯', status: 'serving', headcount: 1 }, as('holder'))))
  expect(screen.queryByText(/接到了/)).toBeNull()
})

test('what does not suit leaves this phone alone, also the next time, and can be put back', () => {
  publish(aView(1, { ...open, title: '修灯' }))
  const { unmount } = show()
  fireEvent.click(screen.getByText('不合适？'))
  expect(buttons(/我来接/)).toEqual([])
  expect(send).not.toHaveBeenCalled()
  unmount()
  show()
  expect(buttons(/我来接/)).toEqual([])
  fireEvent.click(screen.getByText('都放回来'))
  expect(buttons(/我来接/)).toEqual(['我来接：修灯'])
})

test('who wants no recommendations gets none, and finds everything all the same', () => {
  publish(aView(1, { ...open, title: '修灯' }))
  show()
  fireEvent.click(screen.getByRole('switch', { name: '接收推荐' }))
  expect(headings()).toEqual(['可以接的1 件'])
  expect(screen.queryByText('为什么推荐给您')).toBeNull()
})

test('nothing is recommended to who carries enough', () => {
  const held = [3, 4, 5].map((n) => aView(n, { status: 'claimed', headcount: 1 }, as('holder')))
  publish(aView(1, { ...open, title: '修灯' }), ...held)
  show()
  expect(headings()).toEqual(['可以接的1 件'])
  expect(screen.getByText('办完手上的单再推荐')).toBeTruthy()
})

test('an invitation is declined where it is read, with a reason', () => {
  publish(aView(1, { ...open, title: '修灯', offer: toPeople(me) }, as('invited')))
  show()
  expect(headings()).toEqual(['邀请您来帮忙1 件'])
  tap('来不了：修灯')
  fireEvent.click(screen.getByText('时间排不开'))
  fireEvent.click(screen.getAllByText('来不了').at(-1) as HTMLElement)
  expect(jest.mocked(send).mock.calls[0]?.[1]).toMatchObject({ action: 'decline', note: '时间排不开' })
})

test('twelve at a time', () => {
  const all = Array.from({ length: 30 }, (_, n) => aView(n, { ...elsewhere, gridCode: `${community}009` }))
  publish(...all)
  show()
  expect(buttons(/我来接/)).toHaveLength(12)
  fireEvent.click(screen.getByText('再看 12 件'))
  expect(buttons(/我来接/)).toHaveLength(24)
  expect(screen.getByText('再看 6 件')).toBeTruthy()
})

test('a claim that came too late is told kindly, with the way to what else is open', () => {
  publish(aView(1, { ...open, title: '修灯' }))
  const args = { needId: idOf('n', 9), action: 'claim' as const }
  const command = { id: idOf('c', 9), seq: 1, name: 'need.move' as const, args, at: noon }
  const text = '已被他人接单。这不算您爽约，看看附近还有什么能帮的'
  useAppState.setState({ refused: [{ command, about: '换锁', code: 'alreadyTaken', text, at: noon }] })
  show()
  expect(screen.getByText('接单：换锁')).toBeTruthy()
  expect(screen.getByText(/您 12:00 点了接单。已被他人接单。这不算您爽约/)).toBeTruthy()
  tap('看附近类似的')
  expect(dismiss).toHaveBeenCalledWith(command.id)
  expect(scrollToId).toHaveBeenCalledWith('pool-open')
})
