/** @jest-environment node */

import type { NeedView } from '@/store/records'
import { aNeed, community, elsewhere, idOf } from '../../support/builders'
import type { VirtualTime } from '../../support/fakePlatform'
import type { TestCloud } from './fakeCloud'
import type { TestPhone } from './phone'
import { id, member, neighbour, openNeed, resident, rival, secretary, setScene } from './scene'

let time: VirtualTime
let cloud: TestCloud
let phone: TestPhone

async function open(...scene: Parameters<typeof setScene>) {
  ;({ time, cloud, phone } = await setScene(...scene))
}

describe('numbers', () => {
  test('[S6] are counted scope by scope: patches of two scopes each go on where that scope stood', async () => {
    await open(secretary)
    const asked = cloud.requests.length
    cloud.put(aNeed({ id: id(1), requesterId: neighbour.id, placedById: neighbour.id })) // staff only
    cloud.put(openNeed(2)) // the list and the staff
    cloud.put(openNeed(3))
    await time.pass(1000)
    expect(cloud.requests).toHaveLength(asked)
    expect([1, 2, 3].map((n) => phone.need(id(n))?.whole)).toEqual([true, true, true])
    await phone.sync.refresh()
    const { cursors } = cloud.requests.at(-1)?.body ?? {}
    expect(cursors).toMatchObject({ [community]: { number: 2 }, [`${community}:staff`]: { number: 3 } })
  })

  test('[S6] have no gaps: where one is left out the phone asks, and shows nothing of what came after', async () => {
    await open()
    const asked = cloud.requests.length
    cloud.lose(() => cloud.put(openNeed(1)))
    cloud.put(openNeed(2))
    await time.pass(0)
    expect(cloud.requests.length).toBe(asked + 1)
    expect(phone.need(id(1))).toBeDefined()
    expect(phone.need(id(2))).toBeDefined()
    const first = phone.seen.findIndex((rows) => rows.has(`need/${id(2)}`))
    expect(phone.seen[first]?.has(`need/${id(1)}`)).toBe(true)
  })
})

describe('a pull', () => {
  test('[S7] shows its pages together, when the last has come', async () => {
    await open(resident, { sockets: false, pageRows: 4 })
    for (let n = 1; n <= 30; n++) cloud.put(openNeed(n))
    const sizes = new Set<number>()
    cloud.fate('fine', { delayMs: 500 }, 'fine', { delayMs: 500 })
    void phone.sync.refresh()
    for (let step = 0; step < 60; step++) {
      await time.pass(50)
      sizes.add([...phone.rows().keys()].filter((key) => key.startsWith('need/')).length)
    }
    expect([...sizes]).toEqual([0, 30])
  })

  test('[S7] goes on after a page that was lost, without asking for the others again', async () => {
    await open(resident, { sockets: false, pageRows: 10 })
    for (let n = 1; n <= 30; n++) cloud.put(openNeed(n))
    cloud.fate('fine', 'lostReply')
    await phone.sync.refresh()
    await time.pass(5000)
    expect([...phone.rows().keys()].filter((key) => key.startsWith('need/'))).toHaveLength(30)
    const numbers = cloud.requests.map(({ body }) => body.cursors[community]?.number ?? 0)
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
  })

  test('[S7] a row that changes between two pages is shown once, as it is at the end', async () => {
    await open(resident, { sockets: false, pageRows: 3 })
    for (let n = 1; n <= 6; n++) cloud.put(openNeed(n))
    const from = phone.seen.length
    cloud.fate('fine', { delayMs: 1000 })
    void phone.sync.refresh()
    await time.pass(500)
    cloud.as(member, { id: idOf('c', 1), name: 'need.move', args: { needId: id(1), action: 'claim' } })
    await time.pass(5000)
    const statuses = phone.seen.slice(from).flatMap((rows) => {
      const view = rows.get(`need/${id(1)}`) as NeedView | undefined
      return view ? [view.need.status] : []
    })
    expect(new Set(statuses)).toEqual(new Set(['claimed']))
  })

  test('[S7] killed between two pages, it starts where the last whole pull ended', async () => {
    await open(resident, { sockets: false, pageRows: 3 })
    cloud.put(openNeed(1))
    await phone.sync.refresh()
    await time.pass(1000)
    for (let n = 2; n <= 9; n++) cloud.put(openNeed(n))
    cloud.fate('fine', { delayMs: 9000 })
    void phone.sync.refresh()
    await time.pass(1000)
    const again = phone.restart()
    again.setOnline(false)
    expect(again.need(id(1))).toBeDefined()
    expect(again.need(id(2))).toBeUndefined()
    again.setOnline(true)
    await time.pass(5000)
    for (let n = 1; n <= 9; n++) expect(again.need(id(n))).toBeDefined()
  })

  test('[S7] a phone that is ahead of the server takes the scope anew', async () => {
    await open(resident, { sockets: false })
    cloud.put(openNeed(1))
    cloud.put(openNeed(2))
    await phone.sync.refresh()
    cloud.restoreBackup('a', [id(2)])
    await phone.sync.refresh()
    await time.pass(1000)
    expect(phone.need(id(1))).toBeDefined()
    expect(phone.need(id(2))).toBeUndefined()
    expect(phone.restart().need(id(2))).toBeUndefined()
  })

  test('[S7] [S13] of many pieces on the phone none survives a reset', async () => {
    await open(secretary, { sockets: false })
    for (let n = 1; n <= 300; n++) cloud.put(openNeed(n, { words: '灯'.repeat(500) }))
    await phone.sync.refresh()
    await time.pass(1000)
    const pieces = [...phone.disk.keys()].filter((key) => key.includes(':staff/'))
    expect(pieces.length).toBeGreaterThan(1)
    cloud.restoreBackup(
      'b',
      Array.from({ length: 299 }, (_, n) => id(n + 2)),
    )
    await phone.sync.refresh()
    await time.pass(1000)
    const again = phone.restart()
    expect([...again.rows().keys()].filter((key) => key.startsWith('need/'))).toEqual([`need/${id(1)}`])
  })

  test('[S7] a tombstone takes the row from that scope alone', async () => {
    await open(member)
    cloud.put(openNeed(1))
    await time.pass(1000)
    cloud.as(rival, { id: idOf('c', 1), name: 'need.move', args: { needId: id(1), action: 'claim' } })
    await time.pass(1000)
    const scopes = phone.sync.held('need', id(1)).map(({ scope }) => scope)
    expect(scopes).toEqual([community]) // no more in the pool
    expect(phone.need(id(1))?.need.status).toBe('claimed')
  })

  test('[S7] a reset drops what was held of the scope first', async () => {
    await open()
    cloud.put(openNeed(1))
    await time.pass(1000)
    cloud.settings.epoch = 'b'
    cloud.as(secretary, {
      id: idOf('c', 1),
      name: 'need.move',
      args: { needId: id(1), action: 'reject', note: '重复' },
    })
    await phone.sync.refresh()
    await time.pass(1000)
    expect(phone.need(id(1))).toBeUndefined()
    expect(phone.restart().need(id(1))).toBeUndefined()
  })

  test('[S7] scopes that are held no more go with their rows', async () => {
    await open()
    cloud.put(
      openNeed(7, {
        communityCode: elsewhere,
        gridCode: undefined,
        offer: { areaCode: elsewhere, personIds: [], orgIds: [] },
      }),
    )
    phone.sync.watch(elsewhere)
    expect(phone.status().filled).toBe(false) // of what is looked at now
    await time.pass(1000)
    expect(phone.status().filled).toBe(true)
    expect(phone.need(id(7))).toBeDefined()
    phone.sync.watch(undefined)
    await time.pass(1000)
    expect(phone.need(id(7))).toBeUndefined()
    expect([...phone.disk.keys()].filter((key) => key.includes(elsewhere))).toEqual([])
  })

  test('[S7] what was asked for with nothing is all there is: what came and went meanwhile is gone', async () => {
    await open()
    cloud.fate({ delayMs: 3000 })
    void phone.sync.refresh()
    await time.pass(100)
    cloud.put(openNeed(1))
    await time.pass(100)
    expect(phone.need(id(1))).toBeDefined()
    cloud.lose(() => cloud.put(openNeed(1, { version: 2, status: 'withdrawn' })))
    await time.pass(5000)
    expect(phone.need(id(1))).toBeUndefined()
    expect(cloud.requests.flatMap(({ body }) => body.differed ?? [])).toEqual([]) // [S11]
    phone.setOnline(false)
    expect(phone.restart().need(id(1))).toBeUndefined()
  })

  test('[S7] a cursor never goes back: an answer that was overtaken by a patch is not applied', async () => {
    await open()
    cloud.lose(() => cloud.put(openNeed(1)))
    cloud.fate({ replyAfterMs: 3000 })
    void phone.sync.refresh()
    await time.settle()
    cloud.lose(() =>
      cloud.as(member, { id: idOf('c', 1), name: 'need.move', args: { needId: id(1), action: 'claim' } }),
    )
    cloud.sayJoinedUp(community, 0)
    const from = phone.seen.length - 1
    await time.pass(3500)
    await phone.sync.refresh()
    const statuses = phone.seen.slice(from).map((rows) => (rows.get(`need/${id(1)}`) as NeedView).need.status)
    expect(new Set(statuses)).toEqual(new Set(['claimed']))
    expect(cloud.requests.at(-1)?.body.cursors[community]?.number).toBe(2)
  })
})
