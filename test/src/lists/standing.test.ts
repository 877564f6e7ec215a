import { type Looking, type Standing, settle } from '@/lists/standing'

const atTop: Looking = { away: false, live: true }
const away: Looking = { away: true, live: true }

const begun = (...ids: string[]) => settle(undefined, ids, atTop)
const shown = ({ head, body }: Standing) => [...head, ...body]

test('it begins in the order of the list, and nothing of it is new', () => {
  expect(begun('c', 'b', 'a')).toEqual({ head: [], body: ['c', 'b', 'a'], come: [], waiting: 0 })
})

test('what comes while somebody reads further down waits, and nothing moves', () => {
  const before = begun('c', 'b', 'a')
  const after = settle(before, ['d', 'c', 'e', 'b', 'a'], away)
  expect(shown(after)).toEqual(['c', 'b', 'a'])
  expect(after.waiting).toBe(2)
})

test('what no longer belongs stays too, as long as they read further down', () => {
  const after = settle(begun('c', 'b', 'a'), ['c', 'a'], away)
  expect(shown(after)).toEqual(['c', 'b', 'a'])
})

test('at the top again, what came stands first whatever its place in the order, and is new', () => {
  const waited = settle(begun('c', 'b', 'a'), ['c', 'x', 'b', 'a'], away)
  const after = settle(waited, ['c', 'x', 'b', 'a'], atTop)
  expect(shown(after)).toEqual(['x', 'c', 'b', 'a'])
  expect(after).toMatchObject({ come: ['x'], waiting: 0 })
})

test('at the top, what leaves leaves its place empty, so that no other row moves to another one', () => {
  const after = settle(begun('c', 'b', 'a'), ['c', 'a'], atTop)
  expect(after.body).toEqual(['c', undefined, 'a'])
})

test('what has left and comes again comes like any other', () => {
  const left = settle(begun('c', 'b', 'a'), ['c', 'a'], atTop)
  const after = settle(left, ['c', 'b', 'a'], atTop)
  expect(shown(after)).toEqual(['b', 'c', undefined, 'a'])
  expect(after.come).toEqual(['b'])
})

test('a row that only changes its order, or nothing at all, changes nothing', () => {
  const before = begun('c', 'b', 'a')
  expect(settle(before, ['a', 'b', 'c'], atTop)).toBe(before)
  expect(settle(before, ['c', 'b', 'a'], away)).toBe(before)
})

test('when many have come it is arranged anew', () => {
  const many = Array.from({ length: 9 }, (_, at) => `n${at}`)
  const after = settle(begun('b', 'a'), [...many, 'b', 'a'], atTop)
  expect(after).toMatchObject({ head: [], body: [...many, 'b', 'a'] })
  expect(after.come).toHaveLength(9)
})

test('a list that grows by request holds nothing back and puts it at its end', () => {
  const after = settle(begun('a', 'b'), ['x', 'a', 'b', 'c'], { away: true, live: false })
  expect(after).toMatchObject({ body: ['a', 'b', 'x', 'c'], waiting: 0 })
})
