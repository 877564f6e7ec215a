/** @jest-environment node */
import { aNeed, community, elsewhere } from '../../support/builders'
import { Killed, type VirtualTime } from '../../support/fakePlatform'
import { keptEntries } from './app'
import type { TestCloud } from './fakeCloud'
import { type TestPhone, toPlace } from './phone'
import { id, openNeed, resident, setScene } from './scene'

let time: VirtualTime
let cloud: TestCloud
let phone: TestPhone

async function open(...scene: Parameters<typeof setScene>) {
  ;({ time, cloud, phone } = await setScene(...scene))
}
beforeEach(() => open())

describe('what was done is kept', () => {
  test('[S1] a command outlives a killed app, and is on the screen before any network', async () => {
    phone.setOnline(false)
    phone.place(1)
    expect(phone.need(id(1))).toMatchObject({ local: true, whole: true })
    const again = phone.restart()
    again.setOnline(false)
    expect(again.need(id(1))).toMatchObject({ local: true, waiting: [{ name: 'need.place' }] })
    again.setOnline(true)
    await time.pass(2000)
    expect(again.need(id(1))).toMatchObject({ local: false, waiting: [], need: { number: '0318-01' } })
  })

  test('[S1] it is kept before the screen changes: killed in between, it shows at the next start', () => {
    const before = phone.seen.length
    phone.killAfterWriting((key) => key.includes('/out/'))
    expect(() => phone.place(1)).toThrow(Killed)
    expect(phone.seen).toHaveLength(before)
    expect(phone.restart().need(id(1))).toMatchObject({ local: true, waiting: [{ name: 'need.place' }] })
  })

  test('[S1] where there is no room at all it is said plainly, and nothing is kept, shown or sent', async () => {
    const [before, asked] = [phone.seen.length, cloud.requests.length]
    phone.setRoom(0)
    const sent = phone.sync.send('need.place', toPlace(1))
    expect(sent).toEqual({ ok: false, code: 'storageFull', text: expect.stringContaining('请清理一些空间') })
    await time.pass(60_000)
    expect(phone.seen).toHaveLength(before)
    expect(cloud.requests).toHaveLength(asked)
    expect(phone.status().entries).toEqual([])
    expect(keptEntries(phone)).toEqual([])
  })

  test('[S1] rows make room for it, the least needed scope first', async () => {
    for (let n = 20; n < 25; n++) cloud.put(openNeed(n))
    cloud.put(aNeed({ id: id(9), requesterId: resident.id }))
    await time.pass(1000)
    phone.setOnline(false)
    phone.setRoom(phone.used() + 200)
    phone.place(1)
    const kept = [...phone.disk.keys()].filter((key) => key.includes('/scope/'))
    expect(kept.filter((key) => key.includes(`/scope/user:`))).not.toEqual([])
    expect(kept.filter((key) => key.endsWith(`/scope/${community}`))).toEqual([])
    const again = phone.restart()
    expect(again.need(id(1))).toBeDefined()
    expect(again.need(id(9))).toBeDefined()
  })

  test('[S1] least needed is what the server names last, whenever it came', async () => {
    for (let n = 0; n < 20; n++) cloud.nameArea(`4417041000${n + 10}`, '东城镇')
    await time.pass(1000)
    cloud.put(openNeed(7, { communityCode: elsewhere, gridCode: undefined }))
    phone.sync.watch(elsewhere)
    await time.pass(1000)
    phone.setOnline(false)
    phone.setRoom(phone.used() + 50)
    phone.place(1)
    const kept = [...phone.disk.keys()].filter((key) => key.includes('/scope/'))
    expect(kept.filter((key) => key.endsWith('/scope/441704'))).toEqual([])
    expect(kept.filter((key) => key.endsWith(`/scope/${elsewhere}`))).toHaveLength(1)
  })

  test('[S1] on a phone that is full of rows the outbox still goes out, and nothing gets stuck', async () => {
    for (let n = 20; n < 25; n++) cloud.put(openNeed(n))
    await time.pass(1000)
    phone.setOnline(false)
    phone.place(1)
    phone.setRoom(phone.used())
    phone.setOnline(true)
    await time.pass(5000)
    expect(phone.status()).toMatchObject({ state: 'idle', entries: [] })
    expect(phone.need(id(1))?.need.number).toBeDefined()
    const again = phone.restart()
    await time.pass(5000)
    expect(again.need(id(1))).toMatchObject({ waiting: [], need: { number: '0318-01' } })
    expect(again.need(id(22))).toBeDefined()
    expect(cloud.needs.size).toBe(6)
  })

  test('[S1] what does not fit the contract is refused before it is kept', () => {
    const size = phone.used()
    expect(phone.sync.send('need.place', toPlace(1, { words: '' }))).toMatchObject({ code: 'badRequest' })
    expect(phone.used()).toBe(size)
  })

  test.each([
    ['words', { words: '打我电话 138 0013 8000' }, '138 0013'],
    ['an answer', { answers: { what: '身份证 441704199001011234' } }, '441704199001011234'],
    ['when it suits', { whenText: '先打１３８００１３８０００' }, '１３８００１'],
  ])('[S14] personal data in %s is refused before it is kept anywhere', (_, more, secret) => {
    const before = phone.seen.length
    const sent = phone.sync.send('need.place', toPlace(1, more))
    expect(sent).toMatchObject({ ok: false, code: 'personalData', text: expect.stringContaining('去掉号码') })
    expect([...phone.disk.values()].join()).not.toContain(secret)
    expect(phone.seen).toHaveLength(before)
  })

  test('[S14] contact data is in no row, and leaves the phone with its command', async () => {
    phone.place(1, { contact: { name: '李大文', phone: '13800138000', address: '湖滨路 3 号' } })
    await time.pass(2000)
    expect(JSON.stringify([...phone.rows()])).not.toMatch(/13800138000|湖滨路|李大文/)
    expect([...phone.disk.values()].join()).not.toContain('13800138000')
  })

  test('a guest is asked to log in, and nothing is kept', async () => {
    await open()
    phone.sync.logOut()
    expect(phone.sync.send('need.place', toPlace(1))).toMatchObject({ code: 'loginNeeded' })
  })
})
