import { act, fireEvent, render, screen } from '@testing-library/react'
import { LongList } from '@/lists/LongList'
import { type Position, positionIn } from '@/lists/positions'

jest.mock('@tarojs/taro', () => ({}))
jest.mock('@tarojs/components', () => jest.requireActual('../../support/taroComponents'))

type Scrolled = (at: { scrollTop: number }) => void
const mockScrolled = new Set<Scrolled>()
jest.mock('@/platform/hooks', () => {
  const { useEffect } = jest.requireActual('react')
  return {
    usePageScroll: (listener: Scrolled) =>
      useEffect(() => {
        mockScrolled.add(listener)
        return () => void mockScrolled.delete(listener)
      }),
    useReachBottom: () => {},
  }
})
const mockMoved: number[] = []
jest.mock('@/platform/scroll', () => ({
  heightsOf: async () => new Map(Array.from({ length: 400 }, (_, chunk) => [`list-chunk-${chunk}`, 800])),
  scrollPageTo: (top: number) => void mockMoved.push(top),
}))

const scrollTo = (scrollTop: number) =>
  act(async () => {
    for (const listener of [...mockScrolled]) listener({ scrollTop })
  })
const names = (count: number) => Array.from({ length: count }, (_, n) => `r${n}`)
const list = (ids: string[], place: Position) => (
  <LongList
    ids={ids}
    rowOf={(id) => id}
    place={place}
    live
    newText={(count) => `有 ${count} 件新需求`}
    draw={(row, fresh) => <p>{fresh ? `新 ${row}` : row}</p>}
    end='到底了'
  />
)
const rows = () => [...document.querySelectorAll('p')].map((each) => each.textContent)
const placed = (key: string) => positionIn('need', key)

beforeEach(() => void mockMoved.splice(0))

test('of 2,000 rows few are drawn, wherever somebody is', async () => {
  render(list(names(2000), placed('a')))
  await scrollTo(0)
  expect(rows()).toEqual(names(10))
  for (let top = 0; top <= 40_000; top += 500) await scrollTo(top)
  expect(rows().length).toBeLessThanOrEqual(25)
  expect(rows()).toContain('r250')
  expect(screen.queryByText('到底了')).toBeNull()
})

test('who has scrolled down is told what came, and sees it first where they go to the top', async () => {
  jest.useFakeTimers()
  const place = placed('b')
  const { rerender } = render(list(names(50), place))
  await scrollTo(700)
  rerender(list(['new', ...names(50)], place))
  expect(rows()[0]).toBe('r0')
  await act(async () => fireEvent.click(screen.getByText('有 1 件新需求')))
  expect(mockMoved.at(-1)).toBe(0)
  expect(rows()[0]).toBe('新 new')
  expect(screen.queryByText('有 1 件新需求')).toBeNull()
  await act(async () => void jest.advanceTimersByTime(3000))
  expect(rows()[0]).toBe('new')
  jest.useRealTimers()
})

test('somebody comes back to where they were, among the rows that stood there', async () => {
  const place = placed('c')
  const first = render(list(names(500), place))
  for (let top = 0; top <= 8000; top += 500) await scrollTo(top)
  const stood = rows()
  first.unmount()
  render(list(['new', ...names(500)], place))
  expect(mockMoved.at(-1)).toBe(8000)
  expect(rows()).toEqual(stood)
})

test('another filter begins at its top', () => {
  const place = placed('d')
  place.scrollTop = 5000
  expect(placed('d').scrollTop).toBe(5000)
  expect(placed('e').scrollTop).toBe(0)
})
