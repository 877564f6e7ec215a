import { act, renderHook } from '@testing-library/react'
import { useSettled } from '@/pages/lists/useSettled'

const idOf = (row: string) => row

const settle = (rows: string[]) =>
  renderHook(({ rows, away, live }) => useSettled(rows, idOf, away, live), {
    initialProps: { rows, away: false, live: true },
  })

test('what comes while somebody reads further down waits, and nothing moves', () => {
  const { result, rerender } = settle(['c', 'b', 'a'])
  rerender({ rows: ['c', 'b', 'a'], away: true, live: true })
  rerender({ rows: ['d', 'c', 'e', 'b', 'a'], away: true, live: true })
  expect(result.current.rows).toEqual(['c', 'b', 'a'])
  expect(result.current.waiting).toBe(2)
})

test('what is gone leaves at once, also further down', () => {
  const { result, rerender } = settle(['c', 'b', 'a'])
  rerender({ rows: ['c', 'a'], away: true, live: true })
  expect(result.current).toMatchObject({ rows: ['c', 'a'], waiting: 0 })
})

test('at the top again, what came stands first and is new for a moment', () => {
  jest.useFakeTimers()
  const { result, rerender } = settle(['c', 'b', 'a'])
  rerender({ rows: ['c', 'x', 'b', 'a'], away: true, live: true })
  rerender({ rows: ['c', 'x', 'b', 'a'], away: false, live: true })
  expect(result.current.rows).toEqual(['x', 'c', 'b', 'a'])
  expect([...result.current.fresh]).toEqual(['x'])
  act(() => void jest.advanceTimersByTime(3000))
  expect([...result.current.fresh]).toEqual([])
  expect(result.current.rows).toEqual(['x', 'c', 'b', 'a'])
  jest.useRealTimers()
})

test('a list that grows by request holds nothing back', () => {
  const { result, rerender } = settle(['a', 'b'])
  rerender({ rows: ['a', 'b', 'c'], away: true, live: false })
  expect(result.current).toMatchObject({ rows: ['a', 'b', 'c'], waiting: 0 })
})
