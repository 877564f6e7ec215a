/** @jest-environment node */
import { community } from '../../support/builders'
import { createVirtualTime, Killed } from '../../support/fakePlatform'
import { keptEntries } from './app'
import { createFakeCloud } from './fakeCloud'
import type { TestPhone } from './phone'
import { id, newPhone, openNeed, resident, rival } from './scene'

/** What one does on an ordinary day, until the phone is killed. @returns the commands that were said to be kept */
async function day({ time, cloud, phone }: Scene, died: () => boolean): Promise<string[]> {
  const kept: string[] = []
  const steps = [
    () => phone.sync.start(),
    () => phone.logIn(resident),
    () => kept.push(phone.place(1)),
    () => cloud.put(openNeed(11, { version: 2 })),
    () => phone.setOnline(false),
    () => kept.push(phone.place(2)),
    () => kept.push(phone.place(3)),
    () => phone.setOnline(true),
  ]
  for (const step of steps) {
    try {
      step()
    } catch (error) {
      if (!(error instanceof Killed)) throw error
    }
    await time.pass(2000)
    if (died()) break
  }
  return kept
}

interface Scene {
  time: ReturnType<typeof createVirtualTime>
  cloud: ReturnType<typeof createFakeCloud>
  phone: TestPhone
}
function scene(): Scene {
  const time = createVirtualTime()
  const cloud = createFakeCloud(time, [resident, rival])
  for (const person of [resident, rival]) cloud.introduce(person)
  for (const n of [11, 12, 13]) cloud.put(openNeed(n))
  return { time, cloud, phone: newPhone(time, cloud) }
}

/** @param torn whether only half of that write reaches the disk */
async function killedAfter(isLeader: number, torn: boolean) {
  const it = scene()
  let left = isLeader
  let died = false
  it.phone.killAfterWriting((key) => {
    if (--left > 0) return false
    died = true
    const text = it.phone.disk.get(key) ?? ''
    if (torn) it.phone.disk.set(key, text.slice(0, text.length / 2))
    return true
  })
  const kept = await day(it, () => died)
  const again = it.phone.restart()
  if (again.status().person === undefined) again.logIn(resident)
  await it.time.pass(30_000)
  return { ...it, kept, again, died }
}

test.each([false, true])(
  '[S1] [S5] [S13] killed after any single write (half of it: %s), the next run goes on as if nothing had been',
  async (torn) => {
    for (let isLeader = 1, over = false; !over; isLeader++) {
      const { time, cloud, kept, again, died } = await killedAfter(isLeader, torn)
      const fresh = newPhone(time, cloud, { seed: 99 })
      fresh.sync.start()
      fresh.logIn(resident)
      await time.pass(2000)
      const at = `killed after write ${isLeader}`
      expect([at, again.status().entries, again.status().refusals]).toEqual([at, [], []])
      expect([at, [...again.rows()].sort()]).toEqual([at, [...fresh.rows()].sort()])
      expect([at, kept.filter((_, n) => !cloud.needs.has(id(n + 1)))]).toEqual([at, []])
      again.sync.stop()
      expect([at, keptEntries(again)]).toEqual([at, []])
      over = !died
    }
  },
)

test('[S5] killed between the rows of a reset and what it settled, an answered command waits for nothing', async () => {
  const { time, cloud, phone } = scene()
  phone.sync.start()
  phone.logIn(resident)
  await time.pass(2000)
  phone.setOnline(false)
  phone.place(1)
  // The server has answered; then a backup of it is restored, which knows less.
  const [key = '', text = ''] = [...phone.disk].find(([name]) => name.includes('/out/0')) ?? []
  const answered = { ...JSON.parse(text), state: 'answered', numbers: { [community]: 99 } }
  phone.disk.set(key, JSON.stringify(answered))
  cloud.settings.epoch = 'b'

  const restored = phone.restart()
  restored.killAfterWriting((name) => name.endsWith(`/scope/${community}`))
  await time.pass(2000)
  const again = restored.restart()
  await time.pass(2000)
  again.sync.stop()
  expect(again.disk.get(key)).toBeUndefined()
})
