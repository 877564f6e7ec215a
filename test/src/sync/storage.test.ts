/** @jest-environment node */
import { openAccount } from '@/sync/account'
import { partsOf, type RowKey } from '@/sync/contract'
import { createPersister } from '@/sync/persister'
import { ALL_BYTES, bytesOf, createRowCache, PIECE_BYTES, type Rows } from '@/sync/storage'
import { aMember, aNeed, aResident, community, idOf, noon, toPool } from '../../support/builders'
import { createFakePlatform, createVirtualTime } from '../../support/fakePlatform'
import { createFakeCloud } from './fakeCloud'
import { createPhone } from './phone'

const nobody = { answer: () => new Promise<never>(() => {}) }
const aPhone = () => createFakePlatform({ time: createVirtualTime(), cloud: nobody })
const cursor = { epoch: 'a', number: 1 }

const numbered = (number: number, text: string) => ({ number, row: { text } })
const rowsOf = (count: number, text = '需'): Rows =>
  new Map(Array.from({ length: count }, (_, n) => [`need/${n}` as RowKey, numbered(n, text.repeat(100))]))

test('rows come back as they were kept', () => {
  const { platform } = aPhone()
  const rows = rowsOf(50)
  createRowCache(platform.storage, 'p/').save(community, cursor, rows, rows.keys())
  expect(createRowCache(platform.storage, 'p/').load(community)).toEqual({ cursor, rows })
})

test('no piece is larger than 256 kB, and one changed row rewrites one piece', () => {
  const { platform, disk } = aPhone()
  const rowCache = createRowCache(platform.storage, 'p/')
  const rows = rowsOf(4000)
  rowCache.save(community, cursor, rows, rows.keys())
  for (const text of disk.values()) expect(bytesOf(text)).toBeLessThanOrEqual(PIECE_BYTES)
  const before = new Map(disk)
  rows.set('need/7', numbered(4001, 'changed'))
  rowCache.save(community, { epoch: 'a', number: 2 }, rows, ['need/7'])
  const rewritten = [...disk].filter(([key, text]) => before.get(key) !== text)
  expect(rewritten).toHaveLength(2) // the piece and the head
  expect(createRowCache(platform.storage, 'p/').load(community)?.rows.get('need/7')).toEqual(
    numbered(4001, 'changed'),
  )
})

test('bytes are counted as UTF-8', () => {
  for (const text of ['abc', '需求清单', 'é', '😀', '党员a'])
    expect(bytesOf(text)).toBe(Buffer.byteLength(text))
})

test.each(['between two writes', 'in the middle of one'])(
  '[S13] a save that ends %s is noticed at every one of them, and that scope is given up',
  (where) => {
    const textOf = (of: Rows) => JSON.stringify([...of].sort(([a], [b]) => (a < b ? -1 : 1)))
    const rows = rowsOf(400, '需'.repeat(10))
    const next = new Map([...rows].map(([key]) => [key, numbered(5000, 'new'.repeat(500))]))
    const read: (number | undefined)[] = []
    for (let isLeader = 0, over = false; !over; isLeader++) {
      const { platform, disk } = aPhone()
      createRowCache(platform.storage, 'p/').save(community, cursor, rows, rows.keys())
      let left = isLeader
      const torn = (text: string) =>
        where === 'between two writes' ? undefined : text.slice(0, text.length / 2)
      const rowCache = createRowCache(
        {
          ...platform.storage,
          set(key, text) {
            const written = left > 0 ? text : left === 0 ? torn(text) : undefined
            if (written !== undefined) platform.storage.set(key, written)
            left--
          },
        },
        'p/',
      )
      rowCache.load(community)
      rowCache.save(community, { epoch: 'a', number: 9 }, next, next.keys())
      const again = createRowCache(platform.storage, 'p/')
      const kept = again.load(community)
      again.tidy()
      if (kept) expect(textOf(kept.rows)).toBe(textOf(kept.cursor.number === 9 ? next : rows))
      else expect([...disk.keys()]).toEqual([])
      read.push(kept?.cursor.number)
      over = left > 0
    }
    expect(read.length).toBeGreaterThan(5)
    expect(read.filter((number) => number !== 9 && number !== undefined).length).toBeLessThanOrEqual(1)
    expect(read.at(-1)).toBe(9)
  },
)

test('[S13] pieces of an older version are fetched again, as if torn', () => {
  const { platform, disk } = aPhone()
  createRowCache(platform.storage, 'p/').save(community, cursor, rowsOf(3), [])
  const head = disk.get(`p/scope/${community}`) ?? ''
  disk.set(`p/scope/${community}`, head.replace('"format":2', '"format":1'))
  const again = createRowCache(platform.storage, 'p/')
  expect(again.load(community)).toBeUndefined()
  again.tidy()
  expect([...disk.keys()]).toEqual([])
})

test('[S13] a scope that cannot be read is fetched again; the outbox is never given up', async () => {
  const time = createVirtualTime()
  const cloud = createFakeCloud(time, [aResident()])
  cloud.introduce(aResident())
  cloud.put(aNeed({ id: idOf('n', 9), status: 'dispatched', offer: toPool, dispatchedAt: noon }))
  const phone = createPhone(time, cloud)
  phone.sync.start()
  phone.logIn(aResident())
  await time.pass(1000)
  phone.setOnline(false)
  phone.place(1)
  for (const key of phone.disk.keys()) if (key.includes('/scope/')) phone.disk.set(key, '{"stamp":1,"ro')
  const again = phone.restart()
  expect(again.need(idOf('n', 9))).toBeUndefined()
  expect(again.need(idOf('n', 1))).toBeDefined()
  await time.pass(1000)
  expect(again.need(idOf('n', 9))).toBeDefined()
  expect(cloud.needs.has(idOf('n', 1))).toBe(true)
})

test('[S13] 3.5 MB are kept and no more: the least needed scope makes room, and it is said', () => {
  const { platform, disk } = aPhone()
  const account = openAccount(platform, undefined)
  let told = 0
  const persister = createPersister(platform, account, () => told++)
  const rows = [...rowsOf(400, '需'.repeat(13))].map(([key, { number, row }]) => {
    const [entity, id] = partsOf(key)
    return { entity, id, number: number + 1, row }
  })
  const scopes = ['mine', 'home', 'far']
  account.replica.take(Object.fromEntries(scopes.map((scope) => [scope, { reset: false, cursor, rows }])))
  persister.note(account.replica.apply(scopes), [])
  persister.flush()
  expect(bytesOf([...disk].flat().join(''))).toBeLessThanOrEqual(ALL_BYTES)
  expect([...disk.keys()].some((key) => key.includes('/home/'))).toBe(true)
  expect(persister.unkept()).toEqual(['far'])
  expect(told).toBe(1)
})

test('[S13] what does not fit is shown all the same, and fetched again at the next start', async () => {
  const time = createVirtualTime()
  const cloud = createFakeCloud(time, [aMember()])
  cloud.introduce(aMember())
  for (let n = 1; n < 60; n++)
    cloud.put(aNeed({ id: idOf('n', n), status: 'dispatched', offer: toPool, dispatchedAt: noon }))
  const phone = createPhone(time, cloud, { room: 6000 })
  phone.sync.start()
  phone.logIn(aMember())
  await time.pass(2000)
  expect(phone.need(idOf('n', 30))).toBeDefined()
  expect(phone.status().unkept).toContain(community)
  const again = phone.restart()
  await time.pass(2000)
  expect(again.need(idOf('n', 30))).toBeDefined()
})

test('rows are on the screen before the network is asked', async () => {
  const time = createVirtualTime()
  const cloud = createFakeCloud(time, [aResident()])
  cloud.put(aNeed({ id: idOf('n', 9), status: 'dispatched', offer: toPool, dispatchedAt: noon }))
  const phone = createPhone(time, cloud)
  phone.sync.start()
  phone.logIn(aResident())
  await time.pass(1000)
  const asked = cloud.requests.length
  const again = phone.restart()
  expect(again.need(idOf('n', 9))).toBeDefined()
  expect(again.status().filled).toBe(true)
  expect(cloud.requests.length - asked).toBeLessThanOrEqual(1)
})

test('at log-out rows leave the phone', async () => {
  const time = createVirtualTime()
  const cloud = createFakeCloud(time, [aResident()])
  cloud.introduce(aResident())
  const phone = createPhone(time, cloud)
  phone.sync.start()
  phone.logIn(aResident())
  phone.place(1)
  await time.pass(1000)
  phone.sync.logOut()
  const { id } = aResident()
  expect([...phone.disk.keys()].filter((key) => key.includes(id) && key.includes('/scope/'))).toEqual([])
  expect([...phone.disk.values()].join()).not.toContain('客厅灯不亮了')
  expect([...phone.disk.values()].join()).not.toContain('token')
})
