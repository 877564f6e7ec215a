import { act, fireEvent, render, screen } from '@testing-library/react'
import type { Person } from 'domain/person/person'
import { ElderHome } from '@/home/ElderHome'
import { switchTab } from '@/platform/navigation'
import { callPhone } from '@/platform/reach'
import { shareLink } from '@/platform/share'
import { canSpeak, speak } from '@/platform/speech'
import { useAppState } from '@/store/appState'
import { setElder, usePreferences } from '@/store/preferences'
import { publishMe, publishRecords } from '@/store/records'
import { aResident, community } from '../../support/builders'
import { as, aView, emptyRecords, publish } from '../need/store/views'

jest.mock('@tarojs/taro', () => ({}))
jest.mock('@tarojs/components', () => jest.requireActual('../../support/taroComponents'))
jest.mock('@/platform/navigation', () => ({
  goTo: jest.fn(),
  switchTab: jest.fn(),
  urlOf: (path: string, params: { for?: string }) => (params.for ? `${path}?for=${params.for}` : path),
}))
jest.mock('@/platform/reach', () => ({ callPhone: jest.fn() }))
jest.mock('@/platform/share', () => ({ shareLink: jest.fn(async () => {}) }))
jest.mock('@/platform/speech', () => ({ canSpeak: jest.fn(() => true), speak: jest.fn() }))
jest.mock('@/platform/hooks', () => ({ useDidHide: jest.fn(), useShareAppMessage: jest.fn() }))
jest.mock('@/lists/openList', () => ({ openList: jest.fn() }))
// what stands around every page has tests of its own
jest.mock('@/shell/AppPage', () => ({
  AppPage: ({ children }: { children: React.ReactNode }) => <div>{children}</div>,
}))

const button = (name: string | RegExp) => screen.getByRole('button', { name })
const tap = (name: string | RegExp) => act(() => void fireEvent.click(button(name)))
const office = { code: community, name: '燕山湖社区居委会', phone: '0662-0000103' }

function show(displayName = '李阿姨') {
  publishMe({ ...aResident(), displayName, skills: [], availability: [], capacity: 3 } as Person)
  return render(<ElderHome />)
}

beforeEach(() => {
  emptyRecords()
  jest.clearAllMocks()
  process.env.TARO_ENV = 'h5'
  useAppState.setState({ community })
  setElder(true)
})

test('the office is called where its number is known, and nothing is drawn where it is not', () => {
  const { unmount } = show()
  expect(screen.queryByRole('button', { name: /打给社区/ })).toBeNull()
  unmount()
  publishRecords({ areas: { [community]: office } })
  show()
  tap(/打给社区/)
  expect(callPhone).toHaveBeenCalledWith('0662-0000103')
})

test('one tap leads to the form, one out of 长辈版', () => {
  show()
  tap(/请人帮忙/)
  expect(switchTab).toHaveBeenCalledWith('/pages/place/index')
  tap('回到标准版')
  expect(usePreferences.getState().elder).toBe(false)
})

test('what waits for a rating stands first', () => {
  publish(
    aView(2, { title: '想请人陪着复查' }, as('requester')),
    aView(1, { title: '换客厅的灯', status: 'served' }, as('requester')),
  )
  show()
  expect(screen.getByText('换客厅的灯')).toBeTruthy()
  expect(screen.queryByText('想请人陪着复查')).toBeNull()
  expect(button(/说说满不满意/)).toBeTruthy()
})

test('read aloud, and stopped by another tap', () => {
  const stop = jest.fn()
  jest.mocked(speak).mockReturnValue(stop)
  publish(aView(1, { title: '换客厅的灯' }, as('requester')))
  show()
  tap(/念给我听/)
  expect(jest.mocked(speak).mock.calls[0]?.[0]).toContain('换客厅的灯。')
  tap(/不念了/)
  expect(stop).toHaveBeenCalled()
  expect(button(/念给我听/)).toBeTruthy()
})

test('a phone that does not speak offers no reading', () => {
  jest.mocked(canSpeak).mockReturnValueOnce(false)
  show()
  expect(screen.queryByRole('button', { name: /念给我听/ })).toBeNull()
})

test.each([
  ['李阿姨', '李阿姨请您帮忙点一单', '/community/family/index?for=李阿姨'],
  ['李**', '家里老人请您帮忙点一单', '/community/family/index'],
])('the card from %s tells a form of address and nothing else', (name, title, path) => {
  show(name)
  tap('叫家人帮我点')
  expect(shareLink).toHaveBeenCalledWith({ title, path })
})
