import { batch } from '../../../cloud/db/batch'

const PATIENCE_MS = 10_000

/** Statements that end when they are told to. */
function slow(limits: { atOnce: number; most: number }) {
  const sent: { all: number[]; end: (error?: Error) => void }[] = []
  const ask = batch(
    (all: number[]) =>
      new Promise<string[]>((resolve, reject) => {
        sent.push({
          all,
          end: (error) => (error ? reject(error) : resolve(all.map((each) => `row ${each}`))),
        })
      }),
    { ...limits, patienceMs: PATIENCE_MS },
  )
  return { ask, sent, asked: () => sent.map(({ all }) => all) }
}
/** Some turns of the event loop. */
async function settle() {
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve))
}

test('who asks alone does not wait; who asks while a statement is under way goes with the next', async () => {
  const { ask, sent, asked } = slow({ atOnce: 2, most: 3 })
  const first = ask(1)
  await settle()
  expect(asked()).toEqual([[1]])
  const others = [2, 3].map(ask)
  await settle()
  expect(asked()).toEqual([[1]])
  sent[0]?.end()
  await settle()
  expect(asked()).toEqual([[1], [2, 3]])
  sent[1]?.end()
  expect(await Promise.all([first, ...others])).toEqual([1, 2, 3].map((each) => `row ${each}`))
})

test('what is asked in one turn of the event loop goes together', async () => {
  const { ask, sent, asked } = slow({ atOnce: 2, most: 3 })
  const answers = [ask(1), Promise.resolve().then(() => ask(2))]
  await settle()
  expect(asked()).toEqual([[1, 2]])
  sent[0]?.end()
  expect(await Promise.all(answers)).toEqual(['row 1', 'row 2'])
})

test('nobody waits for a long statement, but for as many as may be under way', async () => {
  jest.useFakeTimers()
  const { ask, sent, asked } = slow({ atOnce: 2, most: 3 })
  const first = ask(1)
  jest.advanceTimersByTime(0)
  const others = [2, 3].map(ask)
  jest.advanceTimersByTime(PATIENCE_MS - 1)
  expect(asked()).toEqual([[1]])
  jest.advanceTimersByTime(1)
  expect(asked()).toEqual([[1], [2, 3]])
  const last = ask(4)
  jest.advanceTimersByTime(10 * PATIENCE_MS)
  expect(asked()).toEqual([[1], [2, 3]])
  jest.useRealTimers()
  for (const at of [0, 1, 2]) {
    sent[at]?.end()
    await settle()
  }
  expect(asked()).toEqual([[1], [2, 3], [4]])
  expect(await Promise.all([first, ...others, last])).toHaveLength(4)
})

test('many wait for nothing: they are enough for a statement of their own', async () => {
  const { ask, sent, asked } = slow({ atOnce: 2, most: 3 })
  const answers = Promise.all([1, 2, 3, 4, 5, 6, 7].map(ask))
  await settle()
  expect(asked()).toEqual([
    [1, 2, 3],
    [4, 5, 6],
  ])
  for (const { end } of sent) end()
  await settle()
  expect(asked().slice(2)).toEqual([[7]])
  sent[2]?.end()
  expect(await answers).toHaveLength(7)
})

test('a statement that fails, fails for those who asked in it, and the next goes out', async () => {
  const { ask, sent, asked } = slow({ atOnce: 1, most: 2 })
  const answers = Promise.allSettled([1, 2, 3, 4, 5].map(ask))
  await settle()
  sent[0]?.end()
  await settle()
  sent[1]?.end(new Error('the database is away'))
  await settle()
  expect(asked()).toEqual([[1, 2], [3, 4], [5]])
  sent[2]?.end()
  expect((await answers).map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'rejected',
    'rejected',
    'fulfilled',
  ])
})
