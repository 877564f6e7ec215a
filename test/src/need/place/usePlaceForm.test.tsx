import { act, renderHook } from '@testing-library/react'
import { PRIVATE } from '@/need/place/placeForm'
import { useWords } from '@/need/store/calmDraft'
import { useDrafts } from '@/store/drafts'
import { noon } from '../../../support/builders'
import { createFakePlatform, createVirtualTime } from '../../../support/fakePlatform'
import { createFakeCloud } from '../../sync/fakeCloud'
import { resident } from '../../sync/scene'

const time = createVirtualTime()
const cloud = createFakeCloud(time, [resident])
const mockFake = createFakePlatform({ time, cloud: cloud.cloud })

jest.mock('@tarojs/taro', () => ({}))
jest.mock('@/platform/random', () => ({ randomBytes: (length: number) => new Uint8Array(length).fill(7) }))
jest.mock('@/platform/phone', () => ({
  get phone() {
    return mockFake.platform
  },
}))
let usePlaceForm: typeof import('@/need/place/usePlaceForm')['usePlaceForm']

beforeAll(async () => {
  cloud.introduce(resident)
  const client = await import('@/client')
  ;({ usePlaceForm } = await import('@/need/place/usePlaceForm'))
  client.startSync()
  await act(() => time.pass(1000))
  client.logInDemo(resident.id)
  await act(() => time.pass(1000))
})
beforeEach(() => {
  jest.useFakeTimers({ now: Date.parse(noon) })
  useDrafts.setState({ place: {} })
})
afterEach(() => jest.useRealTimers())

const KEY_MS = 90
const PAUSE_MS = 300

/** The form as it is drawn, and a field in which somebody types, a key each so many ms. */
function form() {
  let draws = 0
  const wrong: string[] = []
  const { result } = renderHook(() => {
    draws += 1
    return usePlaceForm({ onPlaced() {}, onWrong: (field) => wrong.push(field) })
  })
  const field = renderHook(useWords).result
  const type = (words: string) => {
    for (const key of words) {
      act(() => jest.advanceTimersByTime(KEY_MS))
      act(() => result.current.write({ words: field.current + key }))
    }
  }
  const pause = () => act(() => jest.advanceTimersByTime(PAUSE_MS))
  return { result, field, type, pause, wrong, draws: () => draws }
}
const placed = () => [...cloud.needs.values()].map(({ need }) => need.words)

test('while somebody types, the field alone is drawn; the form follows when they pause', () => {
  const { result, field, type, pause, draws } = form()
  act(() => result.current.setConsent(true))
  type('厨')
  const before = draws()
  type('房水龙头一直漏水')
  expect([field.current, draws()]).toEqual(['厨房水龙头一直漏水', before])
  pause()
  expect(result.current.form.words).toBe('厨房水龙头一直漏水')
})

test('any other change draws the form at once, with the words as they are', () => {
  const { result, type } = form()
  type('客厅灯不亮')
  act(() => result.current.write({ alias: '一位老人' }))
  expect(result.current.form).toMatchObject({ words: '客厅灯不亮', alias: '一位老人' })
})

test('what is sent right after the last key has all the words', async () => {
  const { result, type } = form()
  act(() => result.current.setConsent(true))
  type('楼道扶手松了')
  await act(() => result.current.submit())
  expect(placed()).toContain('楼道扶手松了')
})

test('numbers are cut out of all the words, also right after the last key', async () => {
  const { result, type, pause } = form()
  act(() => result.current.setConsent(true))
  type('打13800138000')
  pause()
  type('修水管')
  await act(() => result.current.cutNumbers())
  expect(placed().at(-1)).toMatch(/修水管$/)
})

test('a number is found right after its last key', async () => {
  const { result, type, wrong } = form()
  act(() => result.current.setConsent(true))
  type('打13800138000')
  expect(result.current.wrongNow().words).toBe(PRIVATE)
  await act(() => result.current.submit())
  expect(wrong).toEqual(['words'])
})
