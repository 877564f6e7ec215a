/** @jest-environment node */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Status } from '@/sync/contract'
import { createFakePlatform, createVirtualTime } from '../../../support/fakePlatform'
import { openShoppingList, type Shopping } from './shoppingList'
import { createToyCloud } from './toyCloud'

const milk = '018f0000-0000-7000-8000-000000000001'

const time = createVirtualTime()
const cloud = createToyCloud(time)

/** Somebody of the household, on a phone of their own. */
function somebody(name: string, seed: number) {
  const phone = createFakePlatform({ time, cloud, seed })
  const items = new Map<string, { text: string; bought: boolean }>()
  let status: Status<Shopping> | undefined
  const list = openShoppingList(phone.platform, items, (now) => {
    status = now
  })
  list.start()
  const id = `018f0000-0000-7000-8000-00000000000${seed}`
  list.logIn(id, { id, displayName: name })
  return { ...phone, list, items, milk: () => items.get(`item/${milk}`), status: () => status }
}

const [anna, ben] = [somebody('Anna', 2), somebody('Ben', 3)]
beforeAll(() => time.pass(1000))
afterAll(() => {
  for (const { list } of [anna, ben]) list.stop()
})

// One story, told in order.
describe('another mini-program on the same engine', () => {
  test('[S1] [S8] [S9] what one writes offline is on their own screen at once, and on all when it has gone out', async () => {
    anna.setOnline(false)
    expect(anna.list.send('item.add', { id: milk, text: 'milk' }).ok).toBe(true)
    expect(anna.milk()).toEqual({ text: 'milk', bought: false })
    anna.setOnline(true)
    await time.pass(1000)
    expect(anna.status()?.entries).toEqual([])
    expect(ben.milk()).toEqual({ text: 'milk', bought: false })
  })

  test('[S4] the second of two who do the same is told, in the words of the server', async () => {
    anna.setOnline(false)
    anna.list.send('item.buy', { id: milk })
    ben.list.send('item.buy', { id: milk })
    await time.pass(1000)
    anna.setOnline(true)
    await time.pass(2000)
    expect(ben.status()?.refusals).toEqual([])
    expect(anna.status()?.refusals).toMatchObject([{ code: 'bought', text: 'Somebody was faster' }])
    expect([anna.milk()?.bought, ben.milk()?.bought]).toEqual([true, true])
  })

  test('what the check does not let through is kept nowhere, and said in the words of the app', () => {
    const before = [...ben.disk]
    expect(ben.list.send('item.add', { id: milk, text: '' })).toMatchObject({ text: 'Write what to buy' })
    expect([...ben.disk]).toEqual(before)
  })
})

test('the example in the README is the one that runs here', () => {
  const root = path.resolve(__dirname, '../../../..')
  const readme = readFileSync(path.join(root, 'src/sync/README.md'), 'utf8')
  expect(readme).toContain(readFileSync(path.join(__dirname, 'shoppingList.ts'), 'utf8'))
})
