import { act, render, screen } from '@testing-library/react'
import { fetchFigures } from '@/client'
import { AppTabBar } from '@/shell/AppTabBar'
import { anActor, aSecretary, community, noon } from '../../support/builders'
import { aView, emptyRecords, logIn, publish } from '../need/store/views'

jest.mock('@tarojs/components', () => jest.requireActual('../../support/taroComponents'))
jest.mock('@/client', () => ({ fetchFigures: jest.fn() }))
jest.mock('@/platform/navigation', () => ({ switchTab: jest.fn() }))
jest.mock('@/platform/storage', () => ({ storage: { get: () => undefined, set: () => {} } }))

const show = () => act(async () => void render(<AppTabBar current='home' />))

beforeEach(() => {
  emptyRecords()
  publish(aView(1), aView(2, { status: 'claimed' }))
})

test('a secretary’s badge is what the phone holds, and asks nobody', async () => {
  logIn(aSecretary())
  await show()
  expect(screen.getByText('1')).toBeTruthy()
  expect(fetchFigures).not.toHaveBeenCalled()
})

test('a coordinator’s badge is what the server counted', async () => {
  const areas = [{ area: community, open: 12, placed: 10, soon: 0, late: 0, redo: 0 }]
  jest.mocked(fetchFigures).mockResolvedValue({ ok: true, figures: { at: noon, areas } })
  logIn(anActor(9, [{ role: 'coordinator', area: '441704' }]))
  await show()
  expect(screen.getByText('10')).toBeTruthy()
})
