import type { Platform, Stop } from '@/platform/port'
import type { State } from './contract'
import { pauseAfter } from './exchange'

/**
 * [S8] Polling while the screen is visible: every interval without a live socket, every tenth with one that has no
 * heartbeat and may be dead, never with one that has.
 */
const POLL_MS = 30_000
const MUTE_TURNS = 10
/** [S12] Something to send, online, and nothing acknowledged for so long. */
const STALL_MS = 60_000

/** `more`: go on at once; `busy`, `unreachable`: after a pause; `tooOld`: never again. */
export type RoundTripResult = 'done' | 'more' | 'busy' | 'unreachable' | 'tooOld'

interface LoopOptions {
  platform: Pick<Platform, 'clock' | 'network' | 'screen'>
  jitter(ms: number): number
  /** One round trip. @param isCurrent false once it was given up: nothing of it may be applied then */
  roundTrip(isCurrent: () => boolean): Promise<RoundTripResult>
  waiting(): boolean
  live(): 'none' | 'mute' | 'heartbeat'
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
  /** Grows when a request is abandoned or the person changes: answers of older attempts are ignored. */
  let attempt = 0
  let failures = 0
  let trouble: 'busy' | 'unreachable' | undefined
  let ended = false
  let stalled = false
  let pausing: Stop | undefined
  let polling: Stop | undefined
  let watchdog: Stop | undefined
  let waiters: (() => void)[] = []

  /** Requests a round trip. A back-off that the server asked for is kept; one after a network failure is cut short. */
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
    void tripped(isCurrent).then((result) => isCurrent() && land(result))
  }

  // An exception counts as a failure of the server, so that the outbox goes on.
  async function tripped(isCurrent: () => boolean): Promise<RoundTripResult> {
    try {
      return await options.roundTrip(isCurrent)
    } catch (error) {
      options.onTrouble(error)
      return 'busy'
    }
  }

  function land(result: RoundTripResult) {
    busy = false
    if (result === 'done' || result === 'more') {
      failures = 0
      trouble = undefined
      wanted ||= result === 'more' || waiting()
    } else if (result === 'busy' || result === 'unreachable') {
      trouble = result
      pausing = clock.after(jitter(pauseAfter(++failures)), () => {
        pausing = undefined
        nudge()
      })
    } else ended = true
    onChange()
    if (result !== 'more') tellWaiters()
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
      const due = { none: true, mute: turn % MUTE_TURNS === 0, heartbeat: false }[live()]
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
