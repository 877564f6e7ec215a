/** @jest-environment node */
import { community } from '../../support/builders'
import { id, openNeed, resident, setScene } from './scene'

const differed = (cloud: Awaited<ReturnType<typeof setScene>>['cloud']) =>
  cloud.requests.map(({ body }) => body.differed).filter((scopes) => scopes !== undefined)
const needs = [1, 2, 3].map((n) => openNeed(n))

async function withNeeds(...scene: Parameters<typeof setScene>) {
  const { time, cloud, phone } = await setScene(...scene)
  for (const need of needs) cloud.put(need)
  await time.pass(1000)
  return { time, cloud, phone }
}

test('[S11] what came by pull and by patch, changed and gone again, adds up to what the server holds', async () => {
  const { time, cloud, phone } = await withNeeds()
  cloud.put(openNeed(1, { version: 2, headcount: 2 }))
  cloud.put(openNeed(2, { version: 2, status: 'withdrawn' }))
  await time.pass(1000)
  await phone.sync.refresh()
  const again = phone.restart()
  cloud.put(openNeed(3, { version: 2, headcount: 3 }))
  await time.pass(1000)
  await again.sync.refresh()
  expect(differed(cloud)).toEqual([])
  expect(cloud.requests.at(-1)?.body.cursors).toHaveProperty([community])
})

test('[S11] a scope that differs is taken anew and told once; till then its rows stay on the screen', async () => {
  const { time, cloud, phone } = await withNeeds(resident, { pageRows: 2 })
  cloud.slip(community, () => cloud.put(openNeed(4)))
  const seen = phone.seen.length
  await time.pass(1000)
  expect(phone.need(id(4))).toBeUndefined()

  await phone.sync.refresh()
  expect(phone.need(id(4))).toBeDefined()
  expect(differed(cloud)).toEqual([[community]])
  for (const rows of phone.seen.slice(seen))
    for (const need of needs) expect(rows.has(`need/${need.id}`)).toBe(true)
  const asked = cloud.requests.length
  await phone.sync.refresh()
  expect(cloud.requests).toHaveLength(asked + 1)
  expect(cloud.requests.at(-1)?.body.cursors).toHaveProperty([community])
  expect(differed(cloud)).toHaveLength(1)
})

test('[S11] a scope that was mended and differs later on is mended again', async () => {
  const { time, cloud, phone } = await withNeeds()
  for (const n of [4, 5]) {
    cloud.slip(community, () => cloud.put(openNeed(n)))
    await time.pass(1000)
    await phone.sync.refresh()
    expect(phone.need(id(n))).toBeDefined()
  }
  expect(differed(cloud)).toEqual([[community], [community]])
})

test('[S11] one that still differs when it has just come is told and left alone until the next run', async () => {
  const { time, cloud, phone } = await withNeeds()
  cloud.miscounted.add(community)
  await phone.sync.refresh()
  await time.pass(1000)
  const asked = cloud.requests.length
  await time.pass(10_000)
  expect(cloud.requests).toHaveLength(asked)
  for (let n = 0; n < 3; n++) await phone.sync.refresh()
  expect(cloud.requests).toHaveLength(asked + 3)
  expect(differed(cloud)).toEqual([[community], [community]])
  cloud.put(openNeed(4))
  await time.pass(1000)
  expect(phone.need(id(4))).toBeDefined()

  phone.restart()
  await time.pass(1000)
  expect(differed(cloud)).toHaveLength(4) // again once anew, and no more
})

test('[S11] while a scope is being taken anew no patch moves it on, so its cursor never goes back', async () => {
  const { time, cloud, phone } = await withNeeds()
  cloud.slip(community, () => cloud.put(openNeed(4)))
  cloud.fate('fine', { replyAfterMs: 3000 })
  void phone.sync.refresh()
  await time.pass(1000)
  cloud.put(openNeed(5)) // after the answer was made, before it has come
  await time.pass(5000)
  expect(phone.need(id(4))).toBeDefined()
  expect(phone.need(id(5))).toBeDefined()
  const numbers = cloud.requests.flatMap(({ body }) => body.cursors[community]?.number ?? [])
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
})

test('[S11] what was not told because the request was lost is told by the next', async () => {
  const { time, cloud, phone } = await withNeeds()
  cloud.slip(community, () => cloud.put(openNeed(4)))
  cloud.fate('fine', 'lostRequest')
  await phone.sync.refresh()
  await time.pass(10_000)
  expect(differed(cloud)).toEqual([[community], [community]]) // lost, and heard
  expect(phone.need(id(4))).toBeDefined()
})

test('[S11] of a server that counts nothing nothing is asked', async () => {
  const { time, cloud, phone } = await withNeeds(resident, { checksums: false })
  cloud.slip(community, () => cloud.put(openNeed(4)))
  await phone.sync.refresh()
  await time.pass(1000)
  expect(differed(cloud)).toEqual([])
})
