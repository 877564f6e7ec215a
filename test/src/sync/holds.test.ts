/** @jest-environment node */
import { aNeed, toPool } from '../../support/builders'
import { Killed, type VirtualTime } from '../../support/fakePlatform'
import { keptEntries } from './app'
import type { TestCloud } from './fakeCloud'
import { type TestPhone, toPlace } from './phone'
import { id, newPhone, resident, secretary, setScene } from './scene'

const HOLD = { holdMs: 5000 }

let time: VirtualTime
let cloud: TestCloud
let phone: TestPhone

beforeEach(async () => {
  ;({ time, cloud, phone } = await setScene())
})

function place(n: number, on = phone) {
  const sent = on.sync.send('need.place', toPlace(n), HOLD)
  if (!sent.ok) throw new Error(sent.code)
  return sent.commandId
}
const numbers = () => cloud.requests.flatMap(({ body }) => body.push.map(({ seq }) => seq))

describe('撤回: what is held', () => {
  test('[S1] is kept and on the screen at once, and goes out when its time is over', async () => {
    const commandId = place(1)
    expect(phone.need(id(1))).toMatchObject({ local: true, waiting: [{ commandId }] })
    expect(keptEntries(phone)).toHaveLength(1)
    await time.pass(4900)
    expect(cloud.pushes()).toEqual([])
    expect(phone.status()).toMatchObject({ state: 'idle', entries: [{ command: { id: commandId } }] })
    await time.pass(1000)
    expect(cloud.pushes()).toEqual([commandId])
    expect(phone.status().entries).toEqual([])
    expect(phone.need(id(1))?.need.number).toBe('0318-01')
  })

  test('[S1] leaves no trace when it is taken back, and is never sent', async () => {
    const before = new Map(phone.disk)
    const commandId = place(1)
    await time.pass(3000)
    expect(phone.sync.takeBack(commandId)).toBe(true)
    expect(phone.need(id(1))).toBeUndefined()
    expect(phone.status()).toMatchObject({ entries: [], refusals: [] })
    expect(keptEntries(phone)).toEqual([])
    expect([...phone.disk.keys()].filter((key) => !before.has(key) && !key.endsWith('seq'))).toEqual([])
    expect([...phone.disk.values()].join()).not.toContain('客厅灯不亮了')
    await time.pass(600_000)
    expect(cloud.pushes()).toEqual([])
    expect(phone.restart().need(id(1))).toBeUndefined()
    expect(phone.sync.takeBack(commandId)).toBe(false)
  })

  test('[S9] gives the row back as it was', async () => {
    ;({ time, cloud, phone } = await setScene(secretary))
    cloud.put(aNeed({ id: id(9) }))
    await time.pass(1000)
    const args = { needId: id(9), action: 'dispatch' as const, offer: toPool }
    const sent = phone.sync.send('need.move', args, HOLD)
    expect(phone.need(id(9))?.need.status).toBe('dispatched')
    expect(sent.ok && phone.sync.takeBack(sent.commandId)).toBe(true)
    expect(phone.need(id(9))).toMatchObject({ need: { status: 'placed' }, waiting: [] })
  })

  test('once its time is over it cannot be taken back: sent, or still waiting for a network', async () => {
    const sent = place(1)
    await time.pass(6000)
    expect(phone.sync.takeBack(sent)).toBe(false)
    phone.setOnline(false)
    const waiting = place(2)
    await time.pass(6000)
    expect(phone.sync.takeBack(waiting)).toBe(false)
    expect(phone.need(id(2))).toBeDefined()
    phone.setOnline(true)
    await time.pass(1000)
    expect(cloud.pushes()).toEqual([sent, waiting])
  })

  test('what is not held cannot be taken back', () => {
    phone.setOnline(false)
    const commandId = phone.place(1)
    expect(phone.sync.takeBack(commandId)).toBe(false)
    expect(phone.need(id(1))).toBeDefined()
  })

  test('[S2] holds up what was done after it, and nothing that was done before', async () => {
    phone.setOnline(false)
    phone.place(1)
    place(2)
    phone.place(3)
    phone.setOnline(true)
    await time.pass(2000)
    expect([...cloud.needs.keys()]).toEqual([id(1)])
    await time.pass(4000)
    expect([...cloud.needs.keys()]).toEqual([id(1), id(2), id(3)])
    expect(numbers()).toEqual([1, 2, 3])
  })

  test('[S2] lets go of what was done after it when it is taken back', async () => {
    const commandId = place(1)
    phone.place(2)
    await time.pass(1000)
    expect(cloud.pushes()).toEqual([])
    phone.sync.takeBack(commandId)
    await time.pass(500)
    expect([...cloud.needs.keys()]).toEqual([id(2)])
    expect(phone.status()).toMatchObject({ state: 'idle', entries: [] })
  })

  test('[S2] two after one another go in their order, each when its time is over', async () => {
    const first = place(1)
    await time.pass(3000)
    const second = place(2)
    await time.pass(2500)
    expect(cloud.pushes()).toEqual([first])
    await time.pass(3000)
    expect(cloud.pushes()).toEqual([first, second])
  })

  test('[S1] outlives a killed app, is still held where time is left, and goes out after', async () => {
    const commandId = place(1)
    await time.pass(2000)
    const again = phone.restart()
    expect(again.need(id(1))).toMatchObject({ local: true })
    await time.pass(2000)
    expect(cloud.pushes()).toEqual([])
    await time.pass(2000)
    expect(cloud.pushes()).toEqual([commandId])
    expect(again.status().entries).toEqual([])
  })

  test('[S1] may be taken back after a restart, and goes out at once where its time ran out meanwhile', async () => {
    const back = place(1)
    let again = phone.restart()
    expect(again.sync.takeBack(back)).toBe(true)
    expect(again.need(id(1))).toBeUndefined()
    const late = place(2, again)
    again = again.restart()
    await time.pass(5100)
    expect(cloud.pushes()).toEqual([late])
  })

  test('[S1] killed while it was being kept, it is held at the next start', async () => {
    phone.killAfterWriting((key) => key.includes('/out/'))
    expect(() => place(1)).toThrow(Killed)
    const again = phone.restart()
    await time.pass(1000)
    expect(again.need(id(1))).toBeDefined()
    expect(cloud.pushes()).toEqual([])
    await time.pass(5000)
    expect(cloud.pushes()).toHaveLength(1)
  })

  test('a clock that jumps back makes nobody wait for long', async () => {
    phone.setClockError(7 * 24 * 3600_000)
    place(1)
    phone.setClockError(0)
    phone.restart()
    await time.pass(61_000)
    expect(cloud.pushes()).toHaveLength(1)
  })

  test('[S2] whoever logs out takes it along: it waits for their return', async () => {
    const commandId = place(1)
    phone.sync.logOut()
    await time.pass(10_000)
    expect(cloud.pushes()).toEqual([])
    phone.logIn(resident)
    await time.pass(1000)
    expect(cloud.pushes()).toEqual([commandId])
  })

  test('a second window sends nothing that was taken back in the first', async () => {
    const commandId = place(1)
    const window = newPhone(time, cloud, { disk: phone.disk, seed: 7 })
    window.sync.start()
    expect(window.need(id(1))).toBeDefined()
    phone.sync.takeBack(commandId)
    await time.pass(10_000)
    expect(cloud.pushes()).toEqual([])
    expect(window.need(id(1))).toBeUndefined()
    expect(keptEntries(phone)).toEqual([])
  })
})
