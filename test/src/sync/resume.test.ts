/** @jest-environment node */
import { community, elsewhere, idOf } from '../../support/builders'
import { createFakePlatform, createVirtualTime, Killed } from '../../support/fakePlatform'
import { createFakeCloud, type TestCloud } from './fakeCloud'
import type { TestPhone } from './phone'
import { id, neighbour, newPhone, openNeed, resident, rival } from './scene'

/** Pages of the first pull: two rows of the resident's own, a little of others, thirty needs. */
const PAGES = 7

function scene(people = [resident, rival]) {
  const time = createVirtualTime()
  const cloud = createFakeCloud(time, people)
  Object.assign(cloud.settings, { sockets: false, pageRows: 5 })
  for (const person of people) cloud.introduce(person)
  for (let n = 1; n <= 30; n++) cloud.put(openNeed(n))
  return { time, cloud, phone: newPhone(time, cloud) }
}
type Scene = ReturnType<typeof scene>

/** Nothing is asked as a guest. */
function open(phone: TestPhone) {
  phone.setOnline(false)
  phone.sync.start()
  phone.logIn(resident)
  phone.setOnline(true)
}

/** It has so many pages of its first pull, and the next one does not come. */
async function stopped(pages: number, it: Scene = scene()) {
  it.cloud.fate(...Array.from({ length: pages }, () => 'fine' as const), 'lostRequest', 'lostRequest')
  if (!it.phone.status()?.person) open(it.phone)
  await it.time.pass(1000)
  it.cloud.calm()
  return it
}

/** The same while it looks at another community. */
async function stoppedElsewhere() {
  const it = scene()
  const there = { communityCode: elsewhere, gridCode: undefined }
  for (let n = 31; n <= 50; n++) it.cloud.put(openNeed(n, there))
  open(it.phone)
  it.phone.sync.watch(elsewhere)
  return stopped(PAGES + 2, it)
}

const pagesOn = ({ disk }: Pick<TestPhone, 'disk'>) =>
  [...disk.keys()].filter((key) => key.includes('/scope-pages/'))
const needsOn = (phone: TestPhone) => [...phone.rows().keys()].filter((key) => key.startsWith('need/'))
const from = (cloud: TestCloud, index: number) => cloud.requests.at(index)?.body.cursors[community]?.number

describe('a first pull', () => {
  test.each([1, 2, 3, 4, 5, 6])(
    '[S7] of a phone that is killed after page %i goes on after it, and shows nothing until the last has come',
    async (k) => {
      const { time, cloud, phone } = await stopped(k)
      const came = cloud.requests.length
      const reached = from(cloud, -1)
      const again = phone.restart()
      expect(needsOn(again)).toEqual([])
      await time.pass(1000)
      expect(from(cloud, came)).toBe(reached)
      expect(cloud.requests.at(came)?.body.cursors[community]?.begun).toBe(30) // as it was told
      expect(cloud.requests.length - came).toBe(PAGES - k)
      expect(new Set(again.seen.map(({ size }) => size)).size).toBe(2) // nothing, and all
      expect(needsOn(again)).toHaveLength(30)
      expect(pagesOn(again)).toEqual([])
    },
  )

  test.each([false, true])(
    '[S7] [S13] killed after any single write (half of it: %s), the next run ends with the same rows',
    async (torn) => {
      const { time, cloud, phone: fresh } = scene()
      open(fresh)
      await time.pass(1000)
      const all = [...fresh.rows()].sort()
      expect(cloud.requests).toHaveLength(PAGES)
      for (let isLeader = 1, died = true; died; isLeader++) {
        const phone = newPhone(time, cloud)
        let left = isLeader
        died = false
        phone.killAfterWriting((key) => {
          if (--left > 0) return false
          died = true
          if (torn) phone.disk.set(key, phone.disk.get(key)?.slice(0, 40) ?? '')
          return true
        })
        // Page by page, so that each is written by itself.
        cloud.fate(...Array.from({ length: PAGES }, () => ({ delayMs: 400 })))
        try {
          open(phone)
        } catch (error) {
          if (!(error instanceof Killed)) throw error
        }
        await time.pass(5000)
        cloud.calm()
        const again = phone.restart()
        if (!again.status().person) again.logIn(resident)
        await time.pass(2000)
        const at = `killed after write ${isLeader}`
        expect([at, [...again.rows()].sort(), pagesOn(again)]).toEqual([at, all, []])
        again.sync.stop()
      }
    },
  )

  test('[S13] that ends at once writes its rows and no pages', async () => {
    const { time, phone } = scene()
    const written: string[] = []
    phone.killAfterWriting((key) => written.push(key) < 0)
    open(phone)
    await time.pass(1000)
    expect(written.some((key) => key.includes('/scope/'))).toBe(true)
    expect(written.filter((key) => key.includes('/scope-pages/'))).toEqual([])
  })

  test('[S7] a row that went between two pages is not there, though its page was kept', async () => {
    const { time, cloud, phone } = await stopped(3)
    cloud.as(neighbour, { id: idOf('c', 1), name: 'need.move', args: { needId: id(1), action: 'withdraw' } })
    cloud.fate('fine', 'lostRequest')
    const second = phone.restart()
    await time.pass(1000)
    const third = second.restart()
    await time.pass(5000)
    expect(needsOn(third).sort()).toEqual(Array.from({ length: 29 }, (_, n) => `need/${id(n + 2)}`).sort())
  })

  test('[S7] a row that went is gone also when the page that tells so was kept', async () => {
    const { time, cloud, phone } = await stopped(4)
    cloud.as(neighbour, { id: idOf('c', 1), name: 'need.move', args: { needId: id(1), action: 'withdraw' } })
    // One page from the end, which has the tombstone in it.
    cloud.put(openNeed(31))
    for (let n = 32; n <= 36; n++) cloud.put(openNeed(n))
    cloud.fate('fine', 'fine', 'fine', 'lostRequest', 'lostRequest')
    const second = phone.restart()
    await time.pass(1000)
    cloud.calm()
    expect([...second.disk.values()].some((text) => text.includes(',null]'))).toBe(true)
    const third = second.restart()
    await time.pass(1000)
    expect(third.need(id(1))).toBeUndefined()
    expect(needsOn(third)).toHaveLength(35)
  })

  test('[S7] that the server begins anew leaves nothing of the pages before', async () => {
    const { time, cloud, phone } = await stopped(4)
    cloud.restoreBackup('b', [id(1), id(2)])
    cloud.fate('fine', 'fine', 'lostRequest', 'lostRequest')
    const second = phone.restart()
    await time.pass(1000)
    cloud.calm()
    const third = second.restart()
    await time.pass(1000)
    expect(needsOn(third)).toHaveLength(28)
    expect(third.need(id(1))).toBeUndefined()
    expect([...third.disk.values()].filter((text) => text.includes('"epoch":"a"'))).toEqual([])
  })

  test('[S13] goes on before a page that is torn or of an older version', async () => {
    for (const spoil of [(text: string) => text.slice(0, 60), (text: string) => text.replace(':2', ':1')]) {
      const { time, cloud, phone } = await stopped(5)
      const numberIn = (key: string) => Number(key.split('~')[1])
      const last = pagesOn(phone)
        .filter((key) => /~\d+$/.test(key))
        .sort((a, b) => numberIn(b) - numberIn(a))[0] as string
      phone.disk.set(last, spoil(phone.disk.get(last) as string))
      const came = cloud.requests.length
      const again = phone.restart()
      await time.pass(1000)
      expect(from(cloud, came)).toBe(numberIn(last))
      expect(needsOn(again)).toHaveLength(30)
      expect(cloud.requests.length - came).toBe(PAGES - 4)
    }
  })
})

test('[S7] [S11] a scope that is taken anew goes on after its pages too, its old rows on the screen until then', async () => {
  const { time, cloud, phone } = scene()
  open(phone)
  await time.pass(1000)
  cloud.slip(community, () => {})
  cloud.miscounted.add(community)
  cloud.fate('fine', 'fine', 'fine', 'fine', 'lostRequest', 'lostRequest')
  await phone.sync.refresh()
  await time.pass(500)
  cloud.calm()
  cloud.miscounted.clear()
  const came = cloud.requests.length
  const reached = from(cloud, -1)
  expect(reached).toBeLessThan(30)
  const again = phone.restart()
  expect(needsOn(again)).toHaveLength(30)
  await time.pass(2000)
  expect(from(cloud, came)).toBe(reached)
  expect(cloud.requests.at(came)?.body.cursors[community]).toBeDefined()
  expect(new Set(again.seen.map(({ size }) => size)).size).toBe(1)
})

describe('pages leave the phone', () => {
  test('[S2] with the one for whom they came', async () => {
    const { phone } = await stopped(4)
    expect(pagesOn(phone)).not.toEqual([])
    phone.sync.logOut()
    expect(pagesOn(phone).filter((key) => key.includes(resident.id))).toEqual([])
  })

  test('[S10] with a scope that this phone may not hold any more', async () => {
    const { time, phone } = await stoppedElsewhere()
    expect(pagesOn(phone).filter((key) => key.includes(`/${elsewhere}~`))).not.toEqual([])
    phone.sync.watch(undefined)
    await time.pass(5000)
    expect(needsOn(phone)).toHaveLength(30)
    expect(pagesOn(phone)).toEqual([])
  })

  test('[S10] also where a window that did not write then heard of it', async () => {
    const { time, cloud, phone } = await stoppedElsewhere()
    const writer = createFakePlatform({ time, cloud: cloud.cloud, browser: phone.browser })
    phone.kill()
    const other = newPhone(time, cloud, { browser: phone.browser, seed: 60 })
    other.setOnline(false)
    other.sync.start()
    other.sync.watch(undefined)
    other.setOnline(true)
    await time.pass(5000)
    expect(pagesOn(other)).not.toEqual([])
    writer.kill()
    await time.pass(1000)
    expect(needsOn(other)).toHaveLength(30)
    expect(pagesOn(other)).toEqual([])
  })

  test('[S1] [S13] first of all, and without a word, when the outbox needs room', async () => {
    const { time, phone } = await stopped(4)
    phone.setRoom(phone.used() + 20)
    phone.place(1)
    expect(pagesOn(phone)).toEqual([])
    expect(phone.status().unkept).toEqual([])
    await time.pass(10_000)
    expect(needsOn(phone)).toHaveLength(30)
  })
})

test('[S13] a window that does not write keeps no pages, until it is its turn', async () => {
  const { time, cloud, phone } = scene()
  const other = createFakePlatform({ time, cloud: cloud.cloud, browser: phone.browser })
  phone.browser.windows.reverse()
  cloud.fate(...Array.from({ length: 4 }, () => 'fine' as const), { delayMs: 9000 })
  open(phone)
  await time.pass(1000)
  expect(pagesOn(phone)).toEqual([])
  other.kill()
  await time.pass(1000)
  const again = phone.restart()
  await time.pass(1000)
  expect(needsOn(again)).toHaveLength(30)
  expect(cloud.requests).toHaveLength(PAGES + 1) // one was on its way
})
