import { renderHook } from '@testing-library/react'
import { keepFigures, sumOf, useFigures } from '@/need/store/figures'
import { community, elsewhere, idOf, noon } from '../../../support/builders'

const mockKept = new Map<string, string>()
jest.mock('@/platform/storage', () => ({
  storage: {
    get: (key: string) => mockKept.get(key),
    set: (key: string, text: string) => void mockKept.set(key, text),
  },
}))

const [me, before] = [idOf('p', 9), idOf('p', 8)]
const keyOf = (id: string) => `xf/${id}/figures`
const answer = {
  at: noon,
  areas: [community, elsewhere].map((area) => ({ area, open: 5, placed: 3, soon: 1, late: 1, redo: 0 })),
}

test('what the server counted last outlives the app, for the same person alone', () => {
  keepFigures(me, answer)
  expect(renderHook(() => useFigures(me)).result.current).toEqual(answer)
  mockKept.set(keyOf(before), mockKept.get(keyOf(me)) ?? '')
  expect(renderHook(() => useFigures(before)).result.current).toEqual(answer)
  expect(renderHook(() => useFigures(idOf('p', 1))).result.current).toBeUndefined()
  expect(renderHook(() => useFigures(undefined)).result.current).toBeUndefined()
})

test('what another build has kept is not read', () => {
  mockKept.set(keyOf(idOf('p', 7)), '{"at":"soon"}')
  expect(renderHook(() => useFigures(idOf('p', 7))).result.current).toBeUndefined()
})

test('figures add up over the areas that somebody looks at', () => {
  expect(sumOf(answer, ['441704'])).toMatchObject({ open: 10, placed: 6 })
  expect(sumOf(answer, [community])).toMatchObject({ open: 5, placed: 3 })
  expect(sumOf(answer, [])).toMatchObject({ open: 0, placed: 0 })
})
