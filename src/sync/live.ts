import { BEAT_SECONDS, type LiveMessage, type LiveNews, type LiveRequest } from 'domain/kernel/protocol'
import type { Platform, Socket, Stop } from '@/platform/port'

interface LiveOptions {
  platform: Pick<Platform, 'connect' | 'clock'>
  /** Whether there is any use in a socket now. */
  wanted(): boolean
  /** Its first message carries the token, never its address. */
  hello(): LiveRequest
  /** The server listens for these scopes from now on; what changed before must be pulled. */
  onReady(scopes: string[]): void
  /** News of one message must be applied together. Whatever changed before the greeting only a pull brings. */
  onNews(news: LiveNews[]): void
  onRefused(code: string): void
  /** Heartbeat timeout: the socket is reopened, and the server may be polled meanwhile. */
  onSilence(): void
  /** Shakes a pause, so that phones do not come back all at once. */
  jitter(ms: number): number
}

const FIRST_PAUSE_MS = 1000
const LONGEST_PAUSE_MS = 30_000
/** From opening to the server's greeting. */
const READY_WITHIN_MS = 20_000
/** One heartbeat may be lost or late. */
const STALE_AFTER_MS = BEAT_SECONDS * 2500

/** [S8] One live socket while it is wanted: opened again after growing, jittered pauses. */
export function createLive(options: LiveOptions) {
  const { platform, wanted, hello, onReady, onNews, onRefused, onSilence, jitter } = options
  let socket: Socket | undefined
  let again: Stop | undefined
  let timeout: Stop | undefined
  let failures = 0
  let ready = false
  /** Heartbeat timer: restarted by every message of a socket that has heartbeats. */
  let stale: Stop | undefined

  /** Opens it if it is wanted and not yet open, closes it if it is not wanted. */
  function open() {
    if (!wanted()) return close()
    if (socket || again) return
    const mine = platform.connect('/api/live', {
      onOpen: () => mine === socket && mine.send(JSON.stringify(hello())),
      onMessage: (text) => mine === socket && hear(text),
      onClose: () => mine === socket && lost(),
    })
    socket = mine
    timeout = platform.clock.after(READY_WITHIN_MS, () => {
      mine.close()
      lost()
    })
  }

  function lost() {
    end()
    const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures++)
    again = platform.clock.after(jitter(pause), () => {
      again = undefined
      open()
    })
  }

  function close() {
    again?.()
    again = undefined
    socket?.close()
    end()
  }

  function end() {
    timeout?.()
    timeout = undefined
    stale?.()
    stale = undefined
    socket = undefined
    ready = false
  }

  function heard() {
    stale?.()
    stale = platform.clock.after(STALE_AFTER_MS, () => {
      reopen()
      onSilence()
    })
  }

  /** Another person or community, or a heartbeat timeout: a new socket with a new greeting. */
  function reopen() {
    close()
    failures = 0
    open()
  }

  function hear(text: string) {
    const message = read(text)
    if (stale || (message?.type === 'ready' && message.beats)) heard()
    if (message?.type === 'ready') {
      timeout?.()
      failures = 0
      ready = true
      onReady(message.scopes)
    } else if (message?.type === 'news' && ready) onNews(message.news)
    else if (message?.type === 'refused') onRefused(message.code)
  }

  return {
    open,
    close,
    reopen,
    ready: () => ready,
    /** Whether a dead socket would be noticed. */
    hasHeartbeat: () => stale !== undefined,
  }
}

function read(text: string): LiveMessage | undefined {
  try {
    return JSON.parse(text) as LiveMessage
  } catch {
    return undefined
  }
}
