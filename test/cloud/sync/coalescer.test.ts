import { createCoalescer } from '../../../cloud/sync/coalescer'

const MOST = 30

/** Each turn takes `tookMs`; the moments at which they began. */
function watched(tookMs: number) {
  const began: number[] = []
  const turns = createCoalescer(async () => {
    began.push(performance.now())
    await new Promise((done) => setTimeout(done, tookMs))
  }, MOST)
  return { began, turns }
}

beforeEach(() => jest.useFakeTimers({ now: 0 }))
afterEach(() => jest.useRealTimers())

test('[S8] what comes alone is done at once', async () => {
  const { began, turns } = watched(2)
  for (let at = 0; at < 5; at++) {
    turns.soon()
    await jest.advanceTimersByTimeAsync(100)
  }
  expect(began).toEqual([0, 100, 200, 300, 400])
})

test('[S8] what comes meanwhile is done together, after a rest as long as the turn took', async () => {
  const { began, turns } = watched(10)
  turns.soon()
  await jest.advanceTimersByTimeAsync(3)
  turns.soon()
  turns.soon()
  await jest.advanceTimersByTimeAsync(100)
  expect(began).toEqual([0, 20])
})

test('[S8] under load turns come further and further apart, up to the limit, and at once again afterwards', async () => {
  const { began, turns } = watched(0)
  for (let ms = 0; ms < 500; ms++) {
    turns.soon()
    await jest.advanceTimersByTimeAsync(1)
  }
  const gaps = began.slice(1).map((at, n) => at - (began[n] ?? 0))
  expect(gaps[0]).toBeLessThan(4)
  expect(gaps).toEqual([...gaps].sort((a, b) => a - b))
  for (const gap of gaps.slice(-3)) expect(Math.abs(gap - MOST)).toBeLessThan(3)
  await jest.advanceTimersByTimeAsync(200)
  const before = performance.now()
  turns.soon()
  await jest.advanceTimersByTimeAsync(1)
  expect(began.at(-1)).toBe(before)
})

test('nothing is done after the end, nor before its time where something went wrong', async () => {
  const { began, turns } = watched(0)
  turns.later(50)
  turns.soon()
  await jest.advanceTimersByTimeAsync(49)
  expect(began).toEqual([])
  await jest.advanceTimersByTimeAsync(1)
  expect(began).toEqual([50])
  turns.stop()
  turns.soon()
  await jest.advanceTimersByTimeAsync(100)
  expect(began).toEqual([50])
})
