import { gather } from '../../../cloud/db/gather'

/** Statements that end when they are told to. */
function slow(limits: { atOnce: number; most: number }) {
  const sent: { all: number[]; end: (error?: Error) => void }[] = []
  const ask = gather(
    (all: number[]) =>
      new Promise<string[]>((resolve, reject) => {
        sent.push({
          all,
          end: (error) => (error ? reject(error) : resolve(all.map((each) => `row ${each}`))),
        })
      }),
    limits,
  )
  return { ask, sent, asked: () => sent.map(({ all }) => all) }
}
const settle = () => new Promise((resolve) => setImmediate(resolve))

test('who asks alone does not wait; who asks while others are under way goes with the next', async () => {
  const { ask, sent, asked } = slow({ atOnce: 2, most: 3 })
  const answers = Promise.all([1, 2, 3, 4, 5, 6].map(ask))
  expect(asked()).toEqual([[1], [2]])
  sent[1]?.end()
  await settle()
  expect(asked()).toEqual([[1], [2], [3, 4, 5]])
  sent[0]?.end()
  await settle()
  expect(asked()).toEqual([[1], [2], [3, 4, 5], [6]])
  sent[2]?.end()
  sent[3]?.end()
  expect(await answers).toEqual([1, 2, 3, 4, 5, 6].map((each) => `row ${each}`))
})

test('a statement that fails, fails for those who asked in it, and the next goes out', async () => {
  const { ask, sent, asked } = slow({ atOnce: 1, most: 2 })
  const answers = Promise.allSettled([1, 2, 3, 4].map(ask))
  sent[0]?.end()
  await settle()
  sent[1]?.end(new Error('the database is away'))
  await settle()
  expect(asked()).toEqual([[1], [2, 3], [4]])
  sent[2]?.end()
  expect((await answers).map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'rejected',
    'fulfilled',
  ])
})
