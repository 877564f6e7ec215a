/** @jest-environment node */

import { useAppState } from '@/store/appState'
import { useContacts } from '@/store/contacts'
import { useDrafts, writePlaceDraft } from '@/store/drafts'
import { useRecords } from '@/store/records'
import { community } from '../../support/builders'
import { createFakePlatform, createVirtualTime } from '../../support/fakePlatform'
import { createFakeCloud } from '../sync/fakeCloud'
import { toPlace } from '../sync/phone'
import { id, member, openNeed, resident } from '../sync/scene'

const time = createVirtualTime()
const cloud = createFakeCloud(time, [resident, member])
const mockFake = createFakePlatform({ time, cloud: cloud.cloud })

// The app's own sync and stores, on the one fake platform: one run of the app, told in order.
jest.mock('@/platform/phone', () => ({
  get phone() {
    return mockFake.platform
  },
}))
let sync: typeof import('@/client')

const session = () => useAppState.getState()
const need = (n: number) => useRecords.getState().needs[id(n)]

beforeAll(async () => {
  for (const person of [resident, member]) cloud.introduce(person)
  cloud.put(openNeed(1))
  cloud.contacts.set(id(1), { phone: '13800138000' })
  sync = await import('@/client')
})

test('a guest looks at a community', async () => {
  expect(session().ready).toBe(false)
  sync.startSync()
  expect(session()).toMatchObject({ ready: true, filled: false, online: true })
  sync.watch(community)
  expect(session()).toMatchObject({ community, filled: false })
  await time.pass(1000)
  expect(session().filled).toBe(true)
  expect(need(1)?.listed).toBe(true)
  expect(sync.send('need.place', toPlace(2))).toMatchObject({ ok: false, code: 'loginNeeded' })
})

test.each(['', 'undefined', '0198f3a2-', '../staff/needs'])(
  'an address that was cut off finds nothing: %p',
  async (cut) => {
    expect(await sync.fetchNeed(cut)).toMatchObject({ ok: false, code: 'notFound' })
  },
)

test('what a guest has written goes on when they log in', async () => {
  writePlaceDraft({ words: '客厅灯不亮了' })
  expect(await sync.logInDemo(resident.id)).toEqual({ ok: true })
  expect(useDrafts.getState().place.words).toBe('客厅灯不亮了')
  await time.pass(1000)
  expect(session()).toMatchObject({ person: { id: resident.id }, community })
  expect(useRecords.getState().me?.id).toBe(resident.id)
})

test('what is sent stands in the outbox under its title, until the server has it', async () => {
  mockFake.setOnline(false)
  expect(session().sync).toBe('offline')
  expect(sync.send('need.place', toPlace(2))).toMatchObject({ ok: true })
  expect(session().outbox).toMatchObject([{ about: '客厅灯不亮了，第2次', state: 'waiting' }])
  expect(need(2)?.local).toBe(true)
  mockFake.setOnline(true)
  await time.pass(2000)
  expect(session()).toMatchObject({ outbox: [], refused: [], sync: 'idle', sentToday: 1 })
  expect(session().sentLately).toMatchObject([{ name: 'need.place', about: '客厅灯不亮了，第2次' }])
  expect(need(2)).toMatchObject({ local: false, need: { number: '0318-01' } })
})

test('somebody else finds nothing of who was before', async () => {
  writePlaceDraft({ contact: { phone: '13800138000' } })
  await sync.logInDemo(member.id)
  expect(useDrafts.getState().place).toEqual({})
  expect(need(2)).toBeUndefined()
  expect(useRecords.getState().me).toBeUndefined()
  await time.pass(1000)
  expect(session().person?.id).toBe(member.id)
  expect(need(1)).toBeDefined()
})

test('pages of a list are in the records by the time they are answered', async () => {
  cloud.lose(() => cloud.put(openNeed(7)))
  const page = await sync.fetchNeeds({ area: community })
  expect(page).toMatchObject({ ok: true, ids: [id(1), id(7)], next: undefined })
  expect(need(7)?.listed).toBe(true)
  cloud.fate('lostRequest')
  expect(await sync.fetchNeeds({ area: community })).toMatchObject({ ok: false, code: 'offline' })
})

test('a need that was only asked for leaves the screen when it was withdrawn since', async () => {
  cloud.lose(() => cloud.put(openNeed(8)))
  expect(await sync.fetchNeed(id(8))).toEqual({ ok: true })
  expect(need(8)).toBeDefined()
  expect([sync.followed(id(8)), sync.followed(id(1))]).toEqual([false, true])
  cloud.lose(() => cloud.put({ ...openNeed(8), status: 'withdrawn' }))
  expect(await sync.fetchNeed(id(8))).toMatchObject({ ok: false, code: 'notFound' })
  expect(need(8)).toBeUndefined()
})

test('what a holder has revealed is told to the app', async () => {
  sync.send('need.move', { needId: id(1), action: 'claim' })
  await time.pass(1000)
  expect(await sync.reveal(id(1))).toMatchObject({ ok: true })
  expect(useContacts.getState()).toEqual({ [id(1)]: { phone: '13800138000' } })
})

test('and is gone with the task', async () => {
  sync.send('need.move', { needId: id(1), action: 'release', note: '临时有事' })
  await time.pass(1000)
  expect(useContacts.getState()).toEqual({})
  expect([...mockFake.disk].join()).not.toContain('13800138000')
})

test('a log-out gives the token back, and leaves nothing on the phone', async () => {
  writePlaceDraft({ words: '客厅灯不亮了' })
  sync.logOut()
  await time.pass(1000)
  expect(cloud.ended).toEqual([member.id])
  expect(session()).toMatchObject({ person: undefined, outbox: [] })
  expect(useContacts.getState()).toEqual({})
  expect(useDrafts.getState().place).toEqual({})
  expect([...mockFake.disk].join()).not.toMatch(/13800138000|换过灯泡/) // a guest may read titles
})
