import crypto from 'node:crypto'
import { createDice } from '../support/dice'
import { createVirtualTime, type VirtualTime } from '../support/fakePlatform'

/** The machine's own, for what waits on PostgreSQL. */
const machine = { setTimeout }
export const inRealMs = (ms: number) => new Promise<void>((done) => machine.setTimeout(done, ms))

/** Ends one turn of the event loop: whatever needs neither time nor the database has happened some turns later. */
export const turn = () => new Promise<void>((done) => setImmediate(done))

let current: VirtualTime | undefined
let random = createDice(0)

/** The timers and the random bytes of everything in this process follow this run from now on. */
export function beginTime(seed: number, settle: () => Promise<void>): VirtualTime {
  random = createDice(seed)
  current = createVirtualTime(undefined, settle)
  return current
}

interface Timer {
  stop(): void
  ref(): Timer
  unref(): Timer
  hasRef(): boolean
  refresh(): Timer
}

function timer(ms: number, run: () => void): Timer {
  let stop = current?.after(ms, run)
  const self: Timer = {
    stop: () => stop?.(),
    ref: () => self,
    unref: () => self,
    hasRef: () => true,
    refresh() {
      stop?.()
      stop = current?.after(ms, run)
      return self
    },
  }
  return self
}

function repeated(ms: number, run: () => void): Timer {
  const self = timer(ms, () => {
    self.refresh()
    run()
  })
  return self
}

/**
 * The server takes its timers and its random bytes from the machine. In this process the machine is simulated: a
 * timer runs in virtual time, and bytes come from the seed. Once, before anything is loaded that keeps them.
 */
export function takeOverMachine() {
  const stop = (of: Timer | undefined) => of?.stop()
  const simulated = {
    setTimeout: (run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) =>
      timer(ms, () => run(...args)),
    setInterval: (run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) =>
      repeated(ms, () => run(...args)),
    clearTimeout: stop,
    clearInterval: stop,
  }
  Object.assign(globalThis, simulated)
  performance.now = () => current?.now() ?? 0
  const bytes = (count: number) => Buffer.from(random.bytes(count))
  Object.assign(crypto, { randomBytes: bytes, randomUUID: () => uuidOf(bytes(16)) })
}

export function uuidOf(bytes: Uint8Array): `${string}-${string}-${string}-${string}-${string}` {
  const hex = Buffer.from(bytes).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
}
