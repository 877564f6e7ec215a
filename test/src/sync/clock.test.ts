/** @jest-environment node */
import { setScene } from './scene'

const DAY = 24 * 3600_000
const trueTime = (at: number) => new Date(at).toISOString()

test.each([
  ['three days fast', 3 * DAY],
  ['a year slow', -365 * DAY],
])(
  '[S9] on a phone that is %s commands are dated by the server’s clock, also offline after a restart',
  async (_, clockErrorMs) => {
    const { time, cloud, phone } = await setScene()
    phone.setClockError(clockErrorMs)
    await phone.sync.refresh()
    phone.place(1)
    const tappedAt = time.now()
    await time.pass(1000)
    expect(cloud.requests.flatMap(({ body }) => body.push)[0]?.at).toBe(trueTime(tappedAt))

    phone.setOnline(false)
    const again = phone.restart({ clockErrorMs })
    again.setOnline(false)
    expect(again.sync.now()).toBe(trueTime(time.now()))
    again.place(2)
    expect(again.status().entries[0]?.command.at).toBe(trueTime(time.now()))
    const offlineAt = time.now()
    await time.pass(3 * 3600_000)
    again.setOnline(true)
    await time.pass(2000)
    expect([...cloud.needs.values()].map(({ need }) => need.placedAt)).toEqual([
      trueTime(tappedAt),
      trueTime(offlineAt),
    ])
  },
)

test('a phone that never met the server believes its own clock', async () => {
  const { time, phone } = await setScene()
  phone.setOnline(false)
  expect(phone.sync.now()).toBe(trueTime(time.now()))
})

test('a slow answer moves no time that it does not contradict', async () => {
  const { time, cloud, phone } = await setScene()
  expect(phone.status().clockOffsetMs).toBe(0)
  cloud.fate({ delayMs: 8000 })
  void phone.sync.refresh()
  await time.pass(10_000)
  expect(phone.status().clockOffsetMs).toBe(0)
  phone.setClockError(-60_000)
  cloud.fate({ delayMs: 8000 })
  void phone.sync.refresh()
  await time.pass(10_000)
  expect(Math.abs(phone.status().clockOffsetMs - 60_000)).toBeLessThanOrEqual(4000)
})
