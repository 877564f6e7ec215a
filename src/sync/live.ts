import type { LiveMessage, LiveRequest } from 'domain/protocol'
import type { Platform, Socket, Stop } from '@/platform/port'

interface LiveOptions {
  platform: Pick<Platform, 'connect' | 'clock'>
  /** Its first message carries the token, never its address. */
  hello(): LiveRequest
  /** The server listens for these scopes from now on; what changed before must be pulled. */
  onReady(scopes: string[]): void
  onNews(message: Extract<LiveMessage, { type: 'hint' | 'patch' }>): void
  onRefused(code: string): void
  /** Shakes a pause, so that phones do not come back all at once. */
  jitter(ms: number): number
}

const FIRST_PAUSE_MS = 1000
const LONGEST_PAUSE_MS = 30_000

/** [S8] One live socket: opened again after growing, jittered pauses, until it is closed on purpose. */
export function createLive({ platform, hello, onReady, onNews, onRefused, jitter }: LiveOptions) {
  let socket: Socket | undefined
  let again: Stop | undefined
  let failures = 0
  let ready = false

  function open() {
    if (socket || again) return
    ready = false
    const mine = platform.connect('/api/live', {
      onOpen: () => mine === socket && mine.send(JSON.stringify(hello())),
      onMessage: (text) => mine === socket && hear(text),
      onClose: () => mine === socket && lost(),
    })
    socket = mine
  }

  function lost() {
    socket = undefined
    ready = false
    const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures++)
    again = platform.clock.after(jitter(pause), () => {
      again = undefined
      open()
    })
  }

  function close() {
    again?.()
    again = undefined
    const closing = socket
    socket = undefined
    ready = false
    closing?.close()
  }

  function hear(text: string) {
    const message = read(text)
    if (message?.type === 'ready') {
      failures = 0
      ready = true
      onReady(message.scopes)
    } else if (message?.type === 'hint' || message?.type === 'patch') onNews(message)
    else if (message?.type === 'refused') onRefused(message.code)
  }

  return {
    open,
    close,
    /** Another person or another community: the greeting must be said anew. */
    reopen() {
      close()
      failures = 0
      open()
    },
    ready: () => ready,
  }
}

function read(text: string): LiveMessage | undefined {
  try {
    return JSON.parse(text) as LiveMessage
  } catch {
    return undefined
  }
}
