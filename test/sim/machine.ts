import crypto from 'node:crypto'
import zlib from 'node:zlib'
import { after, now, randomBytes, uuidOf } from './time'

/**
 * The server takes its clock, its timers and its random bytes from the machine, and has other threads squeeze texts.
 * In this process the machine is simulated: time is virtual, bytes come from the seed, and nothing is done on threads.
 * To be imported before anything that keeps what it replaces.
 */

interface Timer {
  stop(): void
  ref(): Timer
  unref(): Timer
  hasRef(): boolean
  refresh(): Timer
}

function timer(ms: number, run: () => void): Timer {
  let stop = after(ms, run)
  const self: Timer = {
    stop: () => stop?.(),
    ref: () => self,
    unref: () => self,
    hasRef: () => true,
    refresh() {
      stop?.()
      stop = after(ms, run)
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

const stop = (of: Timer | undefined) => of?.stop()

class SimulatedDate extends Date {
  constructor(...of: [] | ConstructorParameters<DateConstructor>) {
    if (of.length === 0) super(now())
    else super(...of)
  }

  static override now = now
}

type Done = (error: Error | null, result: Buffer) => void
type Squeeze = (bytes: Buffer, options: zlib.ZlibOptions) => Buffer
const atOnce = (squeeze: Squeeze) => (bytes: Buffer, options: zlib.ZlibOptions | Done, done?: Done) =>
  typeof options === 'function' ? options(null, squeeze(bytes, {})) : done?.(null, squeeze(bytes, options))

Object.assign(globalThis, {
  setTimeout: (run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) =>
    timer(ms, () => run(...args)),
  setInterval: (run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) =>
    repeated(ms, () => run(...args)),
  clearTimeout: stop,
  clearInterval: stop,
  Date: SimulatedDate,
})
performance.now = now
Object.assign(crypto, { randomBytes, randomUUID: () => uuidOf(randomBytes(16)) })
Object.assign(zlib, {
  deflateRaw: atOnce(zlib.deflateRawSync),
  inflateRaw: atOnce(zlib.inflateRawSync),
  gzip: atOnce(zlib.gzipSync),
})
