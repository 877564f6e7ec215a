import { act, renderHook } from '@testing-library/react'
import { useState } from 'react'
import { useTold } from '@/ui/useTold'

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

/** A field in WeChat: what it was told, in order, and a program that makes `made` of what is said. */
function field(first: string, made = (words: string) => words) {
  const told: string[] = []
  const { result } = renderHook(() => {
    const [value, set] = useState(first)
    const field = useTold(value, (words) => set(made(words)))
    if (told.at(-1) !== field.value) told.push(field.value)
    return { ...field, set }
  })
  const type = (words: string) => act(() => result.current.onInput(words))
  const change = (words: string) => {
    act(() => result.current.set(words))
    act(() => jest.advanceTimersByTime(50))
  }
  const leave = () => act(() => result.current.onBlur())
  return { told, type, change, leave }
}

test('what is typed is never told back, however often', () => {
  const { told, type } = field('')
  for (const words of ['漏', '漏水', '漏', '漏水了']) type(words)
  expect(told).toEqual([''])
})

test('what the program writes is told: a draft, and what was spoken', () => {
  const { told, type, change } = field('旧')
  type('旧的')
  change('旧的，再加一句')
  expect(told).toEqual(['旧', '旧的，再加一句'])
})

test('a field that is emptied twice hears it twice, although it was told the same', () => {
  const { told, type, change } = field('')
  type('灯')
  change('')
  type('水')
  change('')
  expect(told).toEqual(['', '灯', '', '水', ''])
})

test('a program that is slow to draw what was typed undoes nothing', () => {
  const told: string[] = []
  const { result, rerender } = renderHook(
    ({ value }) => {
      const field = useTold(value, () => {})
      told.push(field.value)
      return field
    },
    { initialProps: { value: '' } },
  )
  const words = ['漏', '漏水', '漏水了']
  for (const each of words) act(() => result.current.onInput(each))
  for (const value of words) rerender({ value })
  expect([...new Set(told)]).toEqual([''])
})

test('what the program has made of the words is shown when the field is left: a number without its letter', () => {
  const { told, type, leave } = field('', (words) => words.replace(/\D/g, ''))
  type('4')
  type('4a')
  expect(told).toEqual([''])
  leave()
  expect(told).toEqual(['', '4'])
})
