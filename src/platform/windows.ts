import { clock } from './clock'
import { ONE_WINDOW, type Platform, type Stop } from './port'
import { setIfRoom } from './setIfRoom'
import { storage } from './storage'

const NAME = 'xf/writer'

/** How a window comes to be the one that writes. `told` is called with each change. */
interface Turn {
  ask(told: (isLeader: boolean) => void): void
  takeOver(): void
}

/** The browser itself gives the turn to one window at a time, and on when that one is closed or has crashed. */
function turnByLock(locks: LockManager): Turn {
  let tell: (isLeader: boolean) => void
  let waiting = new AbortController()

  function request(options: LockOptions) {
    const held = () => {
      tell(true)
      return new Promise<never>(() => {}) // until the window is closed, or another takes over
    }
    locks.request(NAME, options, held).catch(({ name }: Error) => {
      if (options.signal?.aborted) return // it takes over instead of waiting
      const lost = name === 'AbortError'
      tell(!lost) // a page that may ask for no locks is told so, and is alone
      if (lost) wait()
    })
  }

  function wait() {
    waiting = new AbortController()
    request({ signal: waiting.signal })
  }

  return {
    ask(told) {
      tell = told
      wait()
    },
    takeOver() {
      waiting.abort()
      request({ steal: true })
    },
  }
}

const LEASE_MS = 6000
const RENEW_MS = 2000

/** For browsers without locks (Safari before 15.4): who wrote their name last, and lately, has the turn. */
function turnByLease(): Turn {
  const me = `${Math.random()}`
  let tell: (isLeader: boolean) => void
  let isLeader = false

  const write = () => setIfRoom(storage, NAME, JSON.stringify({ by: me, until: clock.now() + LEASE_MS }))

  function look() {
    const { by, until } = read()
    const free = by === me || until < clock.now() || until > clock.now() + LEASE_MS
    if (free) write()
    if (free !== isLeader) {
      isLeader = free
      tell(free)
    }
  }

  function step() {
    look()
    clock.after(RENEW_MS, step)
  }

  return {
    ask(told) {
      tell = told
      window.addEventListener('pagehide', () => isLeader && storage.remove(NAME))
      clock.after(0, step)
    },
    takeOver() {
      write()
      look()
    },
  }
}

function read(): { by: string; until: number } {
  try {
    return JSON.parse(storage.get(NAME) ?? '')
  } catch {
    return { by: '', until: 0 }
  }
}

function inBrowser(): Platform['windows'] {
  const turn = navigator.locks ? turnByLock(navigator.locks) : turnByLease()
  const listeners = new Set<() => void>()
  let isLeader = false
  turn.ask((now) => {
    if (now === isLeader) return
    isLeader = now
    for (const listener of listeners) listener()
  })
  return {
    isLeader: () => isLeader,
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    takeOver: turn.takeOver,
    onStored(listener): Stop {
      const heard = ({ key }: StorageEvent) => key !== null && listener(key)
      window.addEventListener('storage', heard)
      return () => window.removeEventListener('storage', heard)
    },
  }
}

export const windows: Platform['windows'] = process.env.TARO_ENV === 'h5' ? inBrowser() : ONE_WINDOW
