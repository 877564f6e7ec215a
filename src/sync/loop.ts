import type { Platform, Stop } from '@/platform/port'
import type { State } from './contract'
import { pauseAfter } from './exchange'

/**
 * [S8] While somebody looks: at each turn without a live socket; at each tenth with one that is mute, for it may be
 * dead; never with one that beats.
 */
const POLL_MS = 30_000
const MUTE_TURNS = 10
/** [S12] Something to send, online, and nothing acknowledged for so long. */
const STALL_MS = 60_000

/** `more`: go on at once; `busy`, `unreachable`: after a pause; `tooOld`: never again. */
export type Landing = 'done' | 'more' | 'busy' | 'unreachable' | 'tooOld'

interface LoopOptions {
  platform: Pick<Platform, 'clock' | 'network' | 'screen'>
  jitter(ms: number): number
  /** One round trip. @param isCurrent false once it was given up: nothing of it may be applied then */
  trip(isCurrent: () => boolean): Promise<Landing>
  waiting(): boolean
  live(): 'none' | 'mute' | 'beats'
  onChange(): void
  onStall(): void
  /** A round trip has thrown: a mistake of ours, after which it goes on as after trouble at the server. */
  onTrouble(error: unknown): void
}

/** When to ask the server: one request at a time [S2], after growing pauses where there is trouble [S4]. */
export function createLoop(options: LoopOptions) {
  const { jitter, waiting, live, onChange, onStall } = options
  const { clock, network, screen } = options.platform
  let running = false
  let wanted = false
  let busy = false
  /** Grows when a request is given up or somebody else comes: what an older one brings is not read. */
  let attempt = 0
  let failures = 0
  let trouble: 'busy' | 'unreachable' | undefined
  let ended = false
  let stalled = false
  let pausing: Stop | undefined
  let polling: Stop | undefined
  let watchdog: Stop | undefined
  let waiters: (() => void)[] = []

  /** A server that asked for patience gets it; a network that failed is tried again at once. */
  function nudge() {
    wanted = true
    if (trouble !== 'busy') endPause()
    turn()
  }

  function turn() {
    watch()
    if (!running || busy || pausing || !wanted || ended || !network.online()) {
      if (!busy) tellWaiters()
      return
    }
    wanted = false
    busy = true
    const mine = ++attempt
    const isCurrent = () => mine === attempt
    void tripped(isCurrent).then((landing) => isCurrent() && land(landing))
  }

  // Whatever happens, the outbox goes on.
  async function tripped(isCurrent: () => boolean): Promise<Landing> {
    try {
      return await options.trip(isCurrent)
    } catch (error) {
      options.onTrouble(error)
      return 'busy'
    }
  }

  function land(landing: Landing) {
    busy = false
    if (landing === 'done' || landing === 'more') {
      failures = 0
      trouble = undefined
      wanted ||= landing === 'more' || waiting()
    } else if (landing === 'busy' || landing === 'unreachable') {
      trouble = landing
      pausing = clock.after(jitter(pauseAfter(++failures)), () => {
        pausing = undefined
        nudge()
      })
    } else ended = true
    onChange()
    if (landing !== 'more') tellWaiters()
    turn()
  }

  function endPause() {
    pausing?.()
    pausing = undefined
  }

  function tellWaiters() {
    const told = waiters
    waiters = []
    for (const tell of told) tell()
  }

  function poll(turn = 1) {
    polling = clock.after(jitter(POLL_MS), () => {
      const due = { none: true, mute: turn % MUTE_TURNS === 0, beats: false }[live()]
      if (due && screen.visible()) nudge()
      poll(turn + 1)
    })
  }

  // [S12] A hanging request and a half-open socket look alike: both are replaced, and people are told.
  function watch() {
    if (!running || !waiting() || ended || !network.online()) return calm()
    watchdog ??= clock.after(STALL_MS, () => {
      watchdog = undefined
      stalled = true
      attempt++
      busy = false
      endPause()
      onStall()
      onChange()
      nudge()
    })
  }

  function calm() {
    watchdog?.()
    watchdog = undefined
    stalled = false
  }

  /** Somebody else, or the same person with another log-in or none. An app that is too old stays so. */
  function reset() {
    attempt++
    busy = false
    failures = 0
    trouble = undefined
    endPause()
    calm()
    nudge()
  }

  function state(): State {
    if (ended) return 'tooOld'
    if (!network.online()) return 'offline'
    if (stalled) return 'stalled'
    if (trouble === 'unreachable') return 'offline'
    return waiting() ? 'sending' : 'idle'
  }

  return {
    start() {
      running = true
      poll()
    },
    stop() {
      running = false
      attempt++
      busy = false
      endPause()
      calm()
      polling?.()
      tellWaiters()
    },
    nudge,
    reset,
    state,
    /** Until the app is another, nothing is asked. */
    ended: () => ended,
    /** The server has taken or refused something. */
    acknowledged() {
      calm()
      watch()
    },
    end() {
      ended = true
      calm()
      onChange()
    },
    /** Resolves when the next round trip has ended, or at once where none can be made. */
    tried: () =>
      new Promise<void>((resolve) => {
        waiters.push(resolve)
        nudge()
      }),
  }
}
