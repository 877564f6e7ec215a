/** @jest-environment node */
import { openAccount } from '@/sync/account'
import { createPages, type Page } from '@/sync/pages'
import { createPersister } from '@/sync/persister'
import { ALL_BYTES, bytesOf, createRowCache, PIECE_BYTES } from '@/sync/storage'
import { community } from '../../support/builders'
import { createFakePlatform, createVirtualTime } from '../../support/fakePlatform'

const nobody = { answer: () => new Promise<never>(() => {}) }
const page = (after: number, epoch = 'a'): Page => ({
  scope: community,
  after,
  cursor: { epoch, number: after + 1000 },
  rows: Array.from({ length: 1000 }, (_, n) => ({
    entity: 'need',
    id: `${after + n}`,
    number: after + n + 1,
    row: { words: '灯'.repeat(150) },
  })),
})
const pagesIn = ({ platform }: ReturnType<typeof createFakePlatform>) =>
  createPages(createRowCache(platform.storage, 'p/'))

test('[S13] no piece of a page is larger than 256 kB, and what is beyond the room is not kept, nor what comes after', () => {
  const fake = createFakePlatform({ time: createVirtualTime(), cloud: nobody })
  const pages = pagesIn(fake)
  for (let after = 0; after < 9000; after += 1000) pages.add(page(after), ALL_BYTES - pages.bytes())
  pages.add({ ...page(9000), rows: [] }, ALL_BYTES - pages.bytes())
  for (const text of fake.disk.values()) expect(bytesOf(text)).toBeLessThanOrEqual(PIECE_BYTES)
  expect(bytesOf([...fake.disk].flat().join(''))).toBeLessThanOrEqual(ALL_BYTES)
  const kept = pagesIn(fake).load()[community]
  expect(kept?.cursor.number).toBe(7000)
  expect(kept?.rows).toHaveLength(7000)
  expect([...fake.disk.keys()].filter((key) => key.includes('~9000'))).toEqual([])
  expect(pages.clear()).toBe(true)
  expect([...fake.disk]).toEqual([])
})

test('[S7] the first page of a scope begins it anew, whatever was kept of it', () => {
  const fake = createFakePlatform({ time: createVirtualTime(), cloud: nobody })
  const pages = pagesIn(fake)
  for (const after of [0, 1000, 0]) pages.add(page(after), ALL_BYTES)
  expect(pagesIn(fake).load()[community]?.cursor.number).toBe(1000)
})

test('[S7] pages of two windows are not mixed up', () => {
  const fake = createFakePlatform({ time: createVirtualTime(), cloud: nobody })
  const one = pagesIn(fake)
  for (const after of [0, 1000, 2000]) one.add(page(after), ALL_BYTES)
  pagesIn(fake).add(page(0, 'b'), ALL_BYTES)
  expect(pagesIn(fake).load()[community]?.cursor).toEqual({ epoch: 'b', number: 1000 })
})

test('[S13] pages that still wait for their rows to be kept make room for rows that are needed more', () => {
  const fake = createFakePlatform({ time: createVirtualTime(), cloud: nobody })
  const account = openAccount(fake.platform, undefined)
  const persister = createPersister(fake.platform, account, () => {})
  const scopes = ['mine', 'home']
  const take = (after: number, ...of: string[]) =>
    account.replica.take(Object.fromEntries(of.map((scope) => [scope, { reset: false, ...page(after) }])))
  persister.notePages(take(0, ...scopes))
  persister.flush()
  fake.setRoom(fake.used() + 10_000)
  take(1000, 'mine')
  persister.note(account.replica.apply(scopes), [])
  persister.flush()
  expect(persister.unkept()).toEqual(['home'])
  expect(openAccount(fake.platform, undefined).replica.keys().size).toBe(2000)
  expect([...fake.disk.keys()].filter((key) => key.includes('/scope-pages/'))).toEqual([])
})
