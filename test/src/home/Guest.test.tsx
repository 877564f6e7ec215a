import { fireEvent, render, screen } from '@testing-library/react'
import HomePage from '@/home/HomePage'
import { requireLogIn } from '@/shell/logIn/requireLogIn'
import { useAppState } from '@/store/appState'
import { publishRecords } from '@/store/records'
import { community, idOf } from '../../support/builders'
import { as, aView, emptyRecords, offered, publish } from '../need/store/views'

jest.mock('@tarojs/taro', () => ({}))
jest.mock('@tarojs/components', () => jest.requireActual('../../support/taroComponents'))
jest.mock('@/shell/AppPage', () => ({ AppPage: jest.requireActual('@/ui/Page').Page }))
jest.mock('@/home/ElderHome', () => ({ ElderHome: () => null }))
jest.mock('@/shell/logIn/requireLogIn', () => ({ requireLogIn: jest.fn(() => new Promise(() => {})) }))
jest.mock('@/platform/random', () => ({ randomBytes: (length: number) => new Uint8Array(length) }))
jest.mock('@/platform/hooks', () => ({ usePullDownRefresh: () => {}, usePageScroll: () => {} }))
jest.mock('@/platform/dialog', () => ({ stopPullDown: jest.fn(), toast: jest.fn() }))
jest.mock('@/platform/navigation', () => ({ goTo: jest.fn(), switchTab: jest.fn() }))
jest.mock('@/platform/storage', () => ({ storage: { get: () => undefined, set: () => {} } }))
jest.mock('@/client', () => ({ refresh: jest.fn() }))

beforeEach(() => {
  emptyRecords()
  publishRecords({ areas: { [community]: { code: community, name: '燕山湖社区居委会' } } })
  useAppState.setState({ ready: true, person: undefined, community: undefined, filled: false, sync: 'idle' })
})

test('a guest who has not said where they live is asked for that, and for no log-in', () => {
  render(<HomePage />)
  expect(screen.getByText('您住在哪个社区')).toBeTruthy()
  expect(screen.getByRole('button', { name: /^我要点单/ })).toBeTruthy()
  expect(screen.queryByText('登录')).toBeNull()
})

test('a guest sees all that is public; one line says what logging in brings', () => {
  useAppState.setState({ community, filled: true })
  publish(
    aView(1, { ...offered, title: '修灯' }),
    aView(2, { ...offered, title: '不公开的' }, { listed: false }),
    aView(3, { ...offered, status: 'claimed', title: '有人接的' }),
    aView(4, { title: '还没派的' }),
  )
  render(<HomePage />)
  expect(screen.getByText('修灯')).toBeTruthy()
  expect(screen.getByText('有人接的')).toBeTruthy()
  expect(screen.queryByText('不公开的')).toBeNull()
  expect(screen.queryByText('还没派的')).toBeNull()
  expect(screen.getByRole('button', { name: '需求清单，1 件待接' })).toBeTruthy()
  expect(requireLogIn).not.toHaveBeenCalled()
  fireEvent.click(screen.getByText('登录'))
  expect(requireLogIn).toHaveBeenCalledTimes(1)
})

test('one’s own stand above, under 我的点单, and not once more among the others', () => {
  useAppState.setState({ community, filled: true, person: { id: idOf('p', 1), displayName: '李**' } })
  publish(aView(1, { ...offered, title: '修灯' }, as('requester')), aView(2, { ...offered, title: '换锁' }))
  render(<HomePage />)
  expect(screen.getAllByText('修灯')).toHaveLength(1)
  expect(screen.getAllByText('换锁')).toHaveLength(1)
})

test('who has logged in is not asked where they live: that comes with their rows', () => {
  useAppState.setState({ person: { id: idOf('p', 1), displayName: '李**' } })
  render(<HomePage />)
  expect(screen.queryByText('您住在哪个社区')).toBeNull()
  expect(screen.getByRole('status', { name: '正在加载' })).toBeTruthy()
})

test('while nothing has come yet there is a skeleton of three cards at most', () => {
  useAppState.setState({ community, filled: false })
  render(<HomePage />)
  expect(screen.getByRole('status', { name: '正在加载' }).children).toHaveLength(3)
})
