import { atEnd, CHUNK, near, reach } from '@/lists/window'

const CHUNKS = 2000 / CHUNK
const PX = 800

const seen = (scrollTop: number, reached: number, measured = reached) => ({
  scrollTop,
  reached,
  headHeight: 0,
  heights: Array.from({ length: measured }, () => PX),
})
const count = (drawn: boolean[]) => drawn.filter(Boolean).length

test('at first no more is drawn than two screens hold', () => {
  const reached = reach(seen(0, 0), CHUNKS)
  expect(reached * CHUNK).toBeLessThanOrEqual(10)
  expect(near(seen(0, reached, 0)).every(Boolean)).toBe(true)
})

test.each([1000, 20_000, 300_000])('scrolled %i px down 2,000 rows, few are drawn', (scrollTop) => {
  const reached = reach(seen(scrollTop, 0, CHUNKS), CHUNKS)
  const drawn = near(seen(scrollTop, reached))
  expect(count(drawn) * CHUNK).toBeLessThanOrEqual(25)
  // the screen, and what is just above and below it
  for (const px of [-400, 0, 800, 1500]) expect(drawn[Math.floor((scrollTop + px) / PX)]).toBe(true)
})

test('what was never measured stays drawn, for its room is not known', () => {
  expect(count(near(seen(50_000, 60, 10)))).toBe(50)
})

test('it never goes back behind what was reached, nor beyond the list', () => {
  expect(reach(seen(0, 7), CHUNKS)).toBe(7)
  expect(reach(seen(1_000_000, 7), 9)).toBe(9)
  expect(reach(seen(0, 7), 3)).toBe(3)
})

test('what stands above the list counts', () => {
  const low = { ...seen(0, 0), headHeight: 5000 }
  expect(reach(low, CHUNKS)).toBe(0)
})

test('the end of the page goes on even where the phone does not tell of the scrolling', () => {
  const before = seen(0, 2)
  const scrollTop = atEnd(before)
  expect(reach({ ...before, scrollTop }, CHUNKS)).toBeGreaterThan(2)
})
