/** @jest-environment node */
import type { Contact } from 'domain/need/place'
import { createContacts } from '@/client/contacts'
import { aNeed, idOf } from '../../support/builders'
import type { VirtualTime } from '../../support/fakePlatform'
import type { TestCloud } from '../sync/fakeCloud'
import { type TestPhone, toPlace } from '../sync/phone'
import { id, member, openNeed, resident, secretary, setScene } from '../sync/scene'

const left: Contact = { name: '李大文', phone: '13800138000', address: '湖滨路 3 号' }

let time: VirtualTime
let cloud: TestCloud
let phone: TestPhone
let shown: Record<string, Contact>

/** What the app does: contact data beside the sync of one phone. */
function contactsOf(of: TestPhone) {
  const contacts = createContacts(of.platform.storage, of.sync, (all) => {
    shown = all
  })
  of.watchers.add(() => {
    contacts.review()
    contacts.enter(of.status().person)
  })
  contacts.enter(of.status().person)
  return contacts
}
const onDisk = () => [...phone.disk.values()].join().includes('13800138000')

/** A task with contact data, that somebody holds or looks at. */
async function open(person = member) {
  ;({ time, cloud, phone } = await setScene(person))
  cloud.put(openNeed(1))
  cloud.contacts.set(id(1), left)
  await time.pass(1000)
}

async function claim() {
  phone.move({ needId: id(1), action: 'claim' })
  await time.pass(1000)
}

test('[S14] a holder’s stays on the phone, also without a network and after a restart', async () => {
  await open()
  const contacts = contactsOf(phone)
  await claim()
  expect(await contacts.reveal(id(1))).toEqual({ ok: true, contact: left })
  phone.setOnline(false)
  const again = phone.restart()
  again.setOnline(false)
  contactsOf(again)
  expect(shown).toEqual({ [id(1)]: left })
  expect(await contactsOf(again).reveal(id(1))).toMatchObject({ ok: false, code: 'offline' })
})

test.each([
  ['is done', ['start', 'finish']],
  ['is handed back', ['release']],
] as const)('[S14] it is gone from the screen and the phone when the task %s', async (_, actions) => {
  await open()
  const contacts = contactsOf(phone)
  await claim()
  await contacts.reveal(id(1))
  expect(onDisk()).toBe(true)
  for (const action of actions) {
    phone.move({ needId: id(1), action, note: '灯好了' })
    await time.pass(1000)
  }
  expect(shown).toEqual({})
  expect(onDisk()).toBe(false)
})

test('[S14] it stays while only this phone says that the task has ended', async () => {
  await open()
  const contacts = contactsOf(phone)
  await claim()
  await contacts.reveal(id(1))
  phone.setOnline(false)
  phone.move({ needId: id(1), action: 'release', note: '临时有事' })
  expect(shown).toEqual({ [id(1)]: left })
})

test('[S14] what staff reveal is shown and never kept, and goes when the need is closed', async () => {
  await open(secretary)
  const contacts = contactsOf(phone)
  await contacts.reveal(id(1))
  expect(shown).toEqual({ [id(1)]: left })
  expect(onDisk()).toBe(false)
  cloud.as(secretary, {
    id: idOf('c', 1),
    name: 'need.move',
    args: { needId: id(1), action: 'reject', note: '重复' },
  })
  await time.pass(1000)
  expect(phone.need(id(1))?.need.status).toBe('rejected')
  expect(shown).toEqual({})
})

test.each([
  ['logs out', () => phone.sync.logOut()],
  ['makes way for somebody else', () => phone.logIn(resident)],
  ['is a guest from now on', (contacts: ReturnType<typeof contactsOf>) => contacts.enter(undefined)],
])('[S14] whoever %s leaves none behind', async (_, leave) => {
  await open()
  const contacts = contactsOf(phone)
  await claim()
  await contacts.reveal(id(1))
  leave(contacts)
  expect(shown).toEqual({})
  expect(onDisk()).toBe(false)
})

test('a refusal is told, and nobody having left any is an answer', async () => {
  await open(resident)
  const contacts = contactsOf(phone)
  expect(await contacts.reveal(id(1))).toMatchObject({ ok: false, code: 'notFound' })
  cloud.put(aNeed({ id: id(2), requesterId: resident.id }))
  await time.pass(1000)
  expect(await contacts.reveal(id(2))).toEqual({ ok: true, contact: {} })
})

test('[S14] what one left oneself can be read again, and is in no row', async () => {
  await open(resident)
  const contacts = contactsOf(phone)
  phone.send('need.place', toPlace(5, { contact: left }))
  await time.pass(1000)
  expect(await contacts.reveal(id(5))).toEqual({ ok: true, contact: left })
  expect(JSON.stringify([...phone.rows()])).not.toContain('13800138000')
})
