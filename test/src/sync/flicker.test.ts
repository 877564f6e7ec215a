/** @jest-environment node */

import { summaryOf } from 'domain/need/needRow'
import type { NeedView } from '@/store/records'
import { aNeed, community, idOf } from '../../support/builders'
import type { VirtualTime } from '../../support/fakePlatform'
import { keptEntries } from './app'
import type { TestCloud } from './fakeCloud'
import type { TestPhone } from './phone'
import { id, member, openNeed, resident, secretary, setScene } from './scene'

let time: VirtualTime
let cloud: TestCloud
let phone: TestPhone

async function open(...scene: Parameters<typeof setScene>) {
  ;({ time, cloud, phone } = await setScene(...scene))
}

/** Whether, from a moment on, a row was ever missing from the screen again. */
const flickered = (from: number, n: number) =>
  phone.seen.slice(from).some((rows) => !rows.has(`need/${id(n)}`))

describe('nothing flickers back', () => {
  test('[S5] an entry leaves only when the pull has reached what its push made', async () => {
    await open(resident, { sockets: false, pageRows: 3 })
    for (let n = 20; n < 30; n++) cloud.put(openNeed(n))
    phone.place(1)
    const from = phone.seen.length
    // Answered with the first page; the need itself comes with the last.
    cloud.fate('fine', { delayMs: 3000 })
    await time.pass(1000)
    expect(phone.need(id(1))).toMatchObject({ local: false, waiting: [] })
    expect(phone.need(id(1))?.need.number).toBeUndefined()
    await time.pass(10_000)
    expect(phone.need(id(1))?.need.number).toBe('0318-01')
    expect(flickered(from, 1)).toBe(false)
  })

  test('[S5] answered and killed before the pull: it is still there after the restart', async () => {
    await open(resident, { sockets: false, pageRows: 3 })
    for (let n = 20; n < 30; n++) cloud.put(openNeed(n))
    phone.place(1)
    cloud.fate('fine', { delayMs: 9000 })
    await time.pass(1000)
    const again = phone.restart()
    expect(again.need(id(1))).toMatchObject({ local: false, waiting: [] })
    await time.pass(20_000)
    expect(again.need(id(1))?.need.number).toBe('0318-01')
    expect(again.status().entries).toEqual([])
  })

  test('[S5] killed after the pull and before the rows were kept: it is still there', async () => {
    await open()
    phone.place(1)
    await time.pass(10)
    const again = phone.restart()
    again.setOnline(false)
    expect(again.need(id(1))).toMatchObject({ local: false })
  })

  test('[S5] a new epoch releases it: the numbers mean nothing any more', async () => {
    await open(resident, { sockets: false, pageRows: 3 })
    for (let n = 20; n < 30; n++) cloud.put(openNeed(n))
    phone.place(1)
    cloud.fate('fine', { delayMs: 3000 })
    await time.pass(1000)
    expect(keptEntries(phone)).toHaveLength(1)
    cloud.restoreBackup('b', [id(1)])
    await time.pass(20_000)
    expect(keptEntries(phone)).toEqual([])
    expect(phone.need(id(1))).toBeUndefined() // the backup does not know of it
    expect(phone.need(id(25))).toBeDefined()
  })

  describe('a backup is restored while somebody does something', () => {
    /** What the phone holds has higher numbers than anything that the backup will give. */
    async function restored() {
      await open(resident, { pageRows: 3 })
      for (let n = 20; n < 30; n++) cloud.put(openNeed(n))
      for (let version = 1; version < 9; version++)
        cloud.put(aNeed({ id: id(1), requesterId: resident.id, version }))
      await time.pass(5000)
      await phone.sync.refresh()
      const before = cloud.requests.at(-1)?.body.cursors[community]
      cloud.lose(() => cloud.restoreBackup('b', []))
      // Answered with the first of several pages.
      cloud.fate('fine', { delayMs: 5000 })
      phone.move({ needId: id(1), action: 'urge' })
      return { epoch: '', number: 0, ...before }
    }
    const actionsOn = (which: TestPhone) => which.need(id(1))?.events?.map(({ action }) => action)

    test('[S5] [S8] news of the epoch before is not heard, and releases nothing', async () => {
      const { epoch, number } = await restored()
      await time.pass(1000)
      const from = phone.seen.length
      const gone = {
        entity: 'need',
        id: id(40),
        number: number + 1,
        row: { summary: summaryOf(openNeed(40)) },
      }
      cloud.say({ type: 'patch', scope: community, epoch, from: number, to: gone.number, rows: [gone] })
      await time.pass(500)
      expect(phone.need(id(40))).toBeUndefined()
      expect(actionsOn(phone)).toEqual(['urge'])
      await time.pass(20_000)
      expect(flickered(from, 1)).toBe(false)
      expect(actionsOn(phone)).toEqual(['urge'])
      expect(keptEntries(phone)).toEqual([])
    })

    test('[S5] killed before anything of the new epoch was kept, it still waits for that', async () => {
      await restored()
      await time.pass(100)
      cloud.calm()
      cloud.fate('lostRequest', 'lostRequest', 'lostRequest')
      const again = phone.restart()
      await time.pass(1000)
      expect(actionsOn(again)).toEqual(['urge'])
      cloud.calm()
      await time.pass(20_000)
      expect(actionsOn(again)).toEqual(['urge'])
      expect(keptEntries(again)).toEqual([])
    })
  })

  test('[S5] killed after the rows were kept and before the entry went: it is not told twice', async () => {
    await open()
    cloud.put(aNeed({ id: id(2), requesterId: resident.id }))
    await time.pass(1000)
    phone.move({ needId: id(2), action: 'urge' })
    await time.settle()
    phone.killAfterWriting((key) => key.endsWith(`/scope/user:${resident.id}`))
    await time.pass(1000)
    expect(keptEntries(phone)).toHaveLength(1)
    cloud.fate('lostRequest', 'lostRequest', 'lostRequest')
    const again = phone.restart()
    expect(again.need(id(2))?.events?.map(({ action }) => action)).toEqual(['urge'])
    await time.pass(1000)
    expect(keptEntries(again)).toEqual([]) // no pull is needed to know
    cloud.calm()
    await time.pass(1000)
    expect(again.need(id(2))?.events?.map(({ action }) => action)).toEqual(['urge'])
    expect(keptEntries(again)).toEqual([])
  })

  test('[S5] rows that come by the socket before the answer are not replayed over twice', async () => {
    await open()
    cloud.put(aNeed({ id: id(2), requesterId: resident.id }))
    await time.pass(1000)
    const from = phone.seen.length
    cloud.fate({ replyAfterMs: 3000 })
    phone.move({ needId: id(2), action: 'withdraw' })
    await time.pass(500)
    expect(phone.need(id(2))).toMatchObject({ need: { status: 'withdrawn', version: 2 }, waiting: [] })
    expect(phone.status().doubts).toEqual({})
    await time.pass(5000)
    const told = phone.seen.slice(from).map((rows) => (rows.get(`need/${id(2)}`) as NeedView).events?.length)
    expect(new Set(told)).toEqual(new Set([1]))
    expect(keptEntries(phone)).toEqual([])
  })

  test('[S9] a task handed back is in no doubt when its row, without events now, comes before the answer', async () => {
    await open(member)
    cloud.put(openNeed(2))
    cloud.as(member, { id: idOf('c', 1), name: 'need.move', args: { needId: id(2), action: 'claim' } })
    await time.pass(1000)
    const from = phone.seen.length
    cloud.fate({ replyAfterMs: 3000 })
    phone.move({ needId: id(2), action: 'release', note: '临时有事' })
    await time.pass(500)
    expect(phone.need(id(2))).toMatchObject({ whole: false, need: { status: 'dispatched' } })
    await time.pass(5000)
    const waiting = phone.seen.slice(from).flatMap((rows) => (rows.get(`need/${id(2)}`) as NeedView).waiting)
    expect(waiting.map(({ doubt }) => doubt)).not.toContain('notAllowed')
    expect(keptEntries(phone)).toEqual([])
  })

  test('[S5] what the socket brings between answer and pull does not release it', async () => {
    await open(secretary, { pageRows: 3 })
    cloud.put(aNeed({ id: id(1) }))
    await time.pass(1000)
    cloud.lose(() => {
      for (let n = 20; n < 30; n++) cloud.put(openNeed(n))
    })
    const from = phone.seen.length
    cloud.fate('fine', { delayMs: 3000 })
    phone.move({ needId: id(1), action: 'reject', note: '不在受理范围' })
    await time.pass(1000)
    cloud.introduce(secretary) // a patch of another scope, which fits
    await time.pass(10_000)
    const statuses = phone.seen.slice(from).map((rows) => (rows.get(`need/${id(1)}`) as NeedView).need.status)
    expect(new Set(statuses)).toEqual(new Set(['rejected']))
    expect(keptEntries(phone)).toEqual([])
  })

  test('[S5] a change in no scope that is held is released too', async () => {
    await open(resident)
    cloud.put(aNeed({ id: id(2), requesterId: resident.id, placedById: resident.id }))
    await time.pass(1000)
    phone.move({ needId: id(2), action: 'withdraw' })
    await time.pass(2000)
    expect(keptEntries(phone)).toEqual([])
    expect(phone.need(id(2))?.need.status).toBe('withdrawn')
  })
})
