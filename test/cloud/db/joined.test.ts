import { joined } from '../../../cloud/db/joined'
import type { Tx } from '../../../cloud/db/pool'

const [one, other] = [{} as Tx, {} as Tx]

test('what one transaction is asked in a turn is one statement, and each finds its own', async () => {
  const sent: [Tx, number[]][] = []
  const ask = joined(async (tx, all: number[]) => {
    sent.push([tx, all])
    return all.map((each) => each * 2)
  })
  expect(await Promise.all([ask(one, 1), ask(other, 2), ask(one, 3)])).toEqual([2, 4, 6])
  expect(await ask(one, 4)).toBe(8)
  expect(sent.map(([tx, all]) => [tx === one, all])).toEqual([
    [true, [1, 3]],
    [false, [2]],
    [true, [4]],
  ])
})

test('statements go out in the order in which they were first asked for', async () => {
  const sent: string[] = []
  const saying = (name: string) => joined(async (_, all: number[]) => all.map(() => sent.push(name)))
  const [first, second] = [saying('first'), saying('second')]
  await Promise.all([first(one, 1), second(one, 1), first(one, 2)])
  expect(sent).toEqual(['first', 'first', 'second'])
})

test('where it fails, it fails for all', async () => {
  const ask = joined(async () => {
    throw new Error('broken')
  })
  const results = await Promise.allSettled([ask(one, 1), ask(one, 2)])
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
})
