import { BEAT_SECONDS } from 'domain/kernel/protocol'
import { Client } from 'pg'
import type WebSocket from 'ws'
import { startCloud, type TestCloud } from '../../support/cloud'
import { openSocket } from '../../support/liveSocket'
import { community } from '../../support/seed'

let cloud: TestCloud
beforeAll(async () => {
  // The server's rhythm is the test's to beat; sockets and the database keep their own time.
  jest.useFakeTimers({ now: 0, doNotFake: ['Date', 'hrtime', 'nextTick', 'queueMicrotask', 'setImmediate'] })
  cloud = await startCloud()
  await cloud.seed.areas()
})
afterAll(async () => {
  jest.useRealTimers()
  await cloud.stop()
})

const openSockets = (count: number) =>
  Promise.all(
    Array.from({ length: count }, async () => {
      const phone = await openSocket(cloud.url, { watching: community })
      expect((await phone.until('ready')).beats).toBe(true)
      return phone
    }),
  )

const beats = (phones: { heard: { type: string }[] }[]) =>
  phones.flatMap(({ heard }) => heard.filter(({ type }) => type === 'beat')).length

/** Everything that was sent has been heard: a ping goes behind it, and its answer comes back. */
const settle = (phones: { socket: WebSocket }[]) =>
  Promise.all(
    phones.map(({ socket }) => {
      const back = new Promise((resolve) => socket.once('pong', resolve))
      socket.ping()
      return back
    }),
  )

test('a quiet socket hears a beat every thirty seconds, not all in one moment, and one that heard news none', async () => {
  const phones = await openSockets(60)
  let most = 0
  for (let ms = 0; ms < BEAT_SECONDS * 1000; ms += 250) {
    const before = beats(phones)
    jest.advanceTimersByTime(250)
    await settle(phones)
    most = Math.max(most, beats(phones) - before)
    if (ms < 20_000) expect(beats(phones)).toBe(0)
  }
  expect(phones.map((phone) => beats([phone]))).toEqual(phones.map(() => 1))
  expect(most).toBeLessThanOrEqual(60 / 10)

  jest.advanceTimersByTime(19_000)
  await cloud.seed.resident()
  await cloud.seed.service()
  // What is told together is gathered for some milliseconds.
  while (phones.some(({ heard }) => !heard.some(({ type }) => type === 'patch'))) {
    jest.advanceTimersByTime(5)
    await settle(phones)
  }
  jest.advanceTimersByTime(20_000)
  await settle(phones)
  expect(beats(phones)).toBe(60)
  for (const { socket } of phones) socket.close()
})

test('who has not said hello hears nothing', async () => {
  const silent = await openSocket(cloud.url)
  jest.advanceTimersByTime(60_000)
  silent.socket.close()
  await silent.closed
  expect(silent.heard).toEqual([])
})

test('idle phones cost no queries', async () => {
  const phones = await openSockets(50)
  const asked = jest.spyOn(Client.prototype, 'query')
  for (let seconds = 0; seconds < 600; seconds += BEAT_SECONDS) {
    jest.advanceTimersByTime(BEAT_SECONDS * 1000)
    await settle(phones)
  }
  const statements = asked.mock.calls.map(([text]) => String(text))
  asked.mockRestore()
  expect(beats(phones)).toBeGreaterThanOrEqual(50 * 20)
  // Only the server itself asks which others there are.
  expect(statements.filter((text) => !text.includes('pg_stat_activity'))).toEqual([])
  for (const { socket } of phones) socket.close()
})
