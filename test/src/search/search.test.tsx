import { act, fireEvent, render, screen } from '@testing-library/react'
import type { Resource } from 'domain/listing/resource'
import { fetchNeeds, fetchResources, fetchServices, type Page } from '@/client'
import { startPlace } from '@/need/place/startPlace'
import { Found } from '@/search/Found'
import { useAppState } from '@/store/appState'
import { publishRecords } from '@/store/records'
import { community, elsewhere, idOf } from '../../support/builders'
import { aView, emptyRecords, offered, publish } from '../need/store/views'

jest.mock('@tarojs/taro', () => ({}))
jest.mock('@tarojs/components', () => jest.requireActual('../../support/taroComponents'))
jest.mock('@/client', () => ({ fetchNeeds: jest.fn(), fetchServices: jest.fn(), fetchResources: jest.fn() }))
jest.mock('@/need/place/startPlace', () => ({ startPlace: jest.fn() }))
jest.mock('@/platform/navigation', () => ({ goTo: jest.fn() }))
jest.mock('@/platform/storage', () => ({ storage: { get: () => undefined, set: () => {} } }))

const asked = [fetchNeeds, fetchServices, fetchResources].map((each) => jest.mocked(each))
const answers = (answer: Awaited<ReturnType<typeof fetchNeeds>>) => {
  for (const each of asked) each.mockReset().mockResolvedValue(answer)
}
const offline = { ok: false, code: 'offline', text: '没有网络' } as const
const nothing: Page = { ok: true, ids: [], next: undefined }

const aResource: Resource = {
  id: idOf('r', 1),
  version: 1,
  communityCode: community,
  ownerName: '居委会',
  categoryCode: 'resource-item',
  title: '电钻',
  description: '装空调也能借',
  quantity: 1,
  unit: '把',
  openText: '每天',
  listed: true,
}

/** Until the server has been asked and has answered. */
const settle = () => act(() => jest.advanceTimersByTimeAsync(1000))

beforeEach(() => {
  jest.useFakeTimers()
  emptyRecords()
  useAppState.setState({ community, ready: true, filled: true })
})
afterEach(() => jest.useRealTimers())

test('without a network it finds what the phone holds, in all lists, and says so', async () => {
  answers(offline)
  publish(aView(1, { ...offered, title: '空调不凉' }), aView(2, { ...offered, title: '修灯' }))
  publishRecords({ resources: { [aResource.id]: aResource } })
  render(<Found q='空调' />)
  expect(screen.getByText('空调不凉')).toBeTruthy()
  expect(screen.getByText('电钻')).toBeTruthy()
  expect(screen.queryByText('修灯')).toBeNull()
  await settle()
  expect(screen.getByText(/没连上，只找了手机里存下的/)).toBeTruthy()
  expect(screen.getByText('空调不凉')).toBeTruthy()
})

test('with a network the town is asked too, once somebody has stopped typing', async () => {
  answers(nothing)
  const far = aView(7, { ...offered, title: '邻村的空调', communityCode: elsewhere }, { listed: false })
  jest.mocked(fetchNeeds).mockImplementation(async () => {
    publish(far)
    return { ok: true, ids: [far.need.id], next: undefined }
  })
  const { rerender } = render(<Found q='空' />)
  rerender(<Found q='空调' />)
  expect(fetchNeeds).not.toHaveBeenCalled()
  await settle()
  expect(fetchNeeds).toHaveBeenCalledTimes(1)
  expect(fetchNeeds).toHaveBeenCalledWith(expect.objectContaining({ area: community.slice(0, 9), q: '空调' }))
  expect(screen.getByText('邻村的空调')).toBeTruthy()
})

test('what says nothing is not asked for, and found nowhere', async () => {
  answers(nothing)
  publish(aView(1, { ...offered, title: '空调不凉' }))
  render(<Found q='，。' />)
  await settle()
  expect(fetchNeeds).not.toHaveBeenCalled()
  expect(screen.queryByText('空调不凉')).toBeNull()
  expect(screen.getByText(/没找到/)).toBeTruthy()
})

test('where nothing is found the words go on to the form', async () => {
  answers(nothing)
  render(<Found q='修空调' />)
  expect(screen.queryByText(/没找到/)).toBeNull()
  await settle()
  expect(screen.getByText('没找到“修空调”')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '我要点单' }))
  expect(startPlace).toHaveBeenCalledWith({ words: '修空调' })
})
