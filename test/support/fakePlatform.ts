import { setImmediate } from 'node:timers'
import {
  type HttpAnswer,
  type HttpRequest,
  NetworkFailure,
  type Platform,
  type SocketHandlers,
  StorageFull,
} from '@/platform/port'

const NOON = Date.parse('2026-03-18T04:00:00.000Z')

/** Lets everything happen that needs no time. */
async function threeTurns() {
  for (let turn = 0; turn < 3; turn++) await new Promise((done) => setImmediate(done))
}

interface Timer {
  id: number
  due: number
  run: () => void
}

/**
 * Time that passes only when told to, shared by all phones and servers of one test.
 * @param settle what is awaited before time goes on
 */
export function createVirtualTime(startAt = NOON, settle = threeTurns) {
  let at = startAt
  let made = 0
  const timers = new Map<number, Timer>()

  function after(ms: number, run: () => void) {
    const id = ++made
    timers.set(id, { id, due: at + Math.max(0, ms), run })
    return () => void timers.delete(id)
  }

  /** Of those that are due at one moment the one that was set first. */
  function first(): Timer | undefined {
    let found: Timer | undefined
    for (const timer of timers.values()) if (!found || timer.due < found.due) found = timer
    return found
  }

  async function pass(ms: number) {
    const end = at + ms
    await settle()
    for (let next = first(); next && next.due <= end; next = first()) {
      timers.delete(next.id)
      at = Math.max(at, next.due)
      next.run()
      await settle()
    }
    at = end
  }

  return { now: () => at, after, pass, settle, waiting: () => timers.size }
}
export type VirtualTime = ReturnType<typeof createVirtualTime>

/** Thrown where the phone stands when it is killed in the middle of something. */
export class Killed extends Error {}

/** The other end of the fake phone's wires. */
export interface FakeCloud {
  answer(request: HttpRequest): Promise<HttpAnswer>
  /** Undefined: it takes no sockets. */
  accept?(handlers: SocketHandlers, path: string): { hear(text: string): void; gone(): void } | undefined
}

/** What the windows of one browser share. */
export function createFakeBrowser(disk = new Map<string, string>()) {
  return { disk, windows: [] as FakeWindow[] }
}
type FakeBrowser = ReturnType<typeof createFakeBrowser>

interface FakeWindow {
  stored(key: string): void
  turned(): void
}

interface FakeOptions {
  time: VirtualTime
  cloud: FakeCloud
  /** What an earlier run left. */
  disk?: Map<string, string>
  /** One window more of it. The first writes; when it goes, the next does. */
  browser?: FakeBrowser
  /** Characters that it keeps; unlimited when left out. */
  room?: number
  /** This phone's clock minus the true time. */
  clockErrorMs?: number
  seed?: number
}

/** A phone with switches. Held to the same suite as the real one. */
export function createFakePlatform({ time, cloud, disk: left, ...options }: FakeOptions) {
  const { browser = createFakeBrowser(left) } = options
  const { disk, windows } = browser
  let online = true
  let visible = true
  let alive = true
  let lastWrite: ((key: string) => boolean) | undefined
  let { room = Number.POSITIVE_INFINITY, seed = 1, clockErrorMs = 0 } = options
  const networkListeners = new Set<(online: boolean) => void>()
  const screenListeners = new Set<(visible: boolean) => void>()
  const links = new Set<{ cut(): void }>()
  const turnListeners = new Set<() => void>()
  const storedListeners = new Set<(key: string) => void>()
  const here: FakeWindow = {
    stored: (key) => untilKilled(() => storedListeners.forEach((tell) => void tell(key))),
    turned: () => untilKilled(() => turnListeners.forEach((tell) => void tell())),
  }
  windows.push(here)

  function turn(change: () => void) {
    const [before] = windows
    change()
    const [after] = windows
    if (before === after) return
    for (const window of [before, after]) time.after(0, () => window?.turned())
  }

  function tellOthers(key: string) {
    for (const window of windows) if (window !== here) time.after(0, () => window.stored(key))
  }

  /** The app is killed where it stands: nothing of it runs, is heard or is written any more. */
  function kill() {
    if (!alive) return
    alive = false
    links.clear()
    turn(() => windows.splice(windows.indexOf(here), 1))
  }

  function untilKilled(run: () => void) {
    try {
      if (alive) run()
    } catch (error) {
      if (!(error instanceof Killed)) throw error
    }
  }

  const size = () => [...disk].reduce((sum, [key, text]) => sum + key.length + text.length, 0)

  const platform: Platform = {
    async request(request) {
      if (!alive) return new Promise(() => {})
      if (!online) throw new NetworkFailure('unreachable')
      const wire = JSON.parse(JSON.stringify(request)) as HttpRequest
      const { timeoutMs = 15_000 } = request
      return new Promise((resolve, reject) => {
        const stop = time.after(timeoutMs, () => reject(new NetworkFailure('timeout')))
        const answered = cloud.answer(wire).finally(stop)
        answered.then((answer) => alive && resolve(JSON.parse(JSON.stringify(answer)) as HttpAnswer), reject)
      })
    },

    connect(path, handlers) {
      let open = false
      let over = false
      const close = () => {
        if (over) return
        over = true
        links.delete(link)
        untilKilled(handlers.onClose)
      }
      const link = { cut: close }
      links.add(link)
      let other: ReturnType<NonNullable<FakeCloud['accept']>>
      time.after(0, () => {
        if (over) return
        other = online
          ? cloud.accept?.(
              {
                onOpen: () => {},
                onMessage: (text) => void (over || untilKilled(() => handlers.onMessage(text))),
                onClose: close,
              },
              path,
            )
          : undefined
        if (!other) return close()
        open = true
        untilKilled(handlers.onOpen)
      })
      return {
        send: (text) => void (open && !over && other?.hear(text)),
        close() {
          if (over) return
          over = true
          links.delete(link)
          other?.gone()
        },
      }
    },

    storage: {
      get: (key) => disk.get(key) || undefined,
      set(key, text) {
        if (!alive) return
        const before = disk.get(key)
        if (
          size() - (before === undefined ? 0 : key.length + before.length) + key.length + text.length >
          room
        )
          throw new StorageFull()
        disk.set(key, text)
        tellOthers(key)
        if (lastWrite?.(key)) {
          kill()
          throw new Killed()
        }
      },
      remove(key) {
        if (alive && disk.delete(key)) tellOthers(key)
      },
      keys: () => [...disk.keys()],
    },

    randomBytes: (count) =>
      Uint8Array.from({ length: count }, () => {
        seed = (Math.imul(seed, 1103515245) + 12345) >>> 0
        return (seed >>> 16) & 0xff
      }),

    clock: {
      now: () => time.now() + clockErrorMs,
      after: (ms, run) => time.after(ms, () => untilKilled(run)),
    },
    network: {
      online: () => online,
      onChange(listener) {
        networkListeners.add(listener)
        return () => networkListeners.delete(listener)
      },
    },
    screen: {
      visible: () => visible,
      onChange(listener) {
        screenListeners.add(listener)
        return () => screenListeners.delete(listener)
      },
    },
    windows: {
      isLeader: () => windows[0] === here,
      onChange(listener) {
        turnListeners.add(listener)
        return () => turnListeners.delete(listener)
      },
      takeOver() {
        turn(() => windows.unshift(...windows.splice(windows.indexOf(here), 1)))
      },
      onStored(listener) {
        storedListeners.add(listener)
        return () => storedListeners.delete(listener)
      },
    },
  }

  return {
    platform,
    disk,
    browser,
    setOnline(now: boolean) {
      if (online === now) return
      online = now
      if (!now) for (const link of [...links]) link.cut()
      for (const listener of networkListeners) untilKilled(() => listener(now))
    },
    setVisible(now: boolean) {
      visible = now
      for (const listener of screenListeners) untilKilled(() => listener(now))
    },
    setRoom(characters: number) {
      room = characters
    },
    setClockError(ms: number) {
      clockErrorMs = ms
    },
    used: size,
    killed: () => !alive,
    sockets: () => links.size,
    kill,
    /** It is killed right after the next write to such a key. */
    killAfterWriting(which: (key: string) => boolean) {
      lastWrite = which
    },
  }
}
export type FakePhone = ReturnType<typeof createFakePlatform>
