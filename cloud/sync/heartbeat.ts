import { BEAT_SECONDS, type LiveMessage } from 'domain/kernel/protocol'
import type { WebSocket } from 'ws'

/** Bytes: a socket with a longer send buffer is closed; the phone reconnects and pulls. */
const BUFFERED_MAX = 1_000_000
const TURN_MS = 250
/** Heartbeats that fall due together are spread over so many seconds, the last of them still in time. */
const SPREAD_SECONDS = 5

const BEAT: LiveMessage = { type: 'beat' }

const lastSaid = new WeakMap<WebSocket, number>()

/** Sends the same bytes to many. */
export function say(sockets: Iterable<WebSocket>, text: string) {
  const bytes = Buffer.from(text)
  const now = performance.now()
  for (const socket of sockets) {
    if (socket.bufferedAmount > BUFFERED_MAX) socket.terminate()
    else socket.send(bytes, { binary: false })
    lastSaid.set(socket, now)
  }
}

/**
 * Sends every socket a message or a heartbeat at least every BEAT_SECONDS. One timer for all sockets, set to the one
 * that is due first.
 * @returns how it is stopped
 */
export function startHeartbeats(sockets: Set<WebSocket>): () => void {
  const dueAfterMs = (BEAT_SECONDS - SPREAD_SECONDS) * 1000
  const turns = (SPREAD_SECONDS * 1000) / TURN_MS
  let timer = setTimeout(beat, dueAfterMs)

  function beat() {
    const now = performance.now()
    const most = Math.ceil(sockets.size / turns)
    const due: WebSocket[] = []
    let nextMs = dueAfterMs
    for (const socket of sockets) {
      const leftMs = (lastSaid.get(socket) ?? now) + dueAfterMs - now
      if (leftMs > 0) nextMs = Math.min(nextMs, leftMs)
      else if (due.length < most) due.push(socket)
      else nextMs = 0
    }
    if (due.length > 0) say(due, JSON.stringify(BEAT))
    timer = setTimeout(beat, Math.max(TURN_MS, nextMs))
  }
  return () => clearTimeout(timer)
}
