import type { LiveNews } from 'domain/kernel/protocol'
import type { Scope } from 'domain/kernel/scope'
import type { WebSocket } from 'ws'
import type { Db } from '../db/pool'
import { createCoalescer } from './coalescer'
import { say } from './heartbeat'
import { type Held, readChanges, readNumbers, type ScopeRead } from './pullRepo'

/** Under load changes are joined up for this long, then read once for all. */
const JOIN_MS = 30
const AFTER_ERROR_MS = 1_000
/** How often more is read that moved together with what was read. */
const ROUNDS_MOST = 4
/** What is larger goes out as a hint, and phones pull. */
const PATCH_ROWS = 200
const PATCH_BYTES = 64_000

export interface Audience {
  listen: (socket: WebSocket, scopes: Scope[]) => Promise<void>
  leave: (socket: WebSocket) => void
  moved: (scopes: Scope[] | 'any') => void
  close: () => void
}

interface Room {
  listeners: Set<WebSocket>
  /** What was last sent to everybody here; undefined until the counter is read. */
  sent: number | undefined
}

/** Who listens to which scope. However many they are, a change costs the database one read. [S8] */
export function openAudience(
  { db, epoch }: { db: Db; epoch: string },
  onError: (error: unknown) => void,
): Audience {
  const rooms = new Map<Scope, Room>()
  const listensTo = new WeakMap<WebSocket, Scope[]>()
  const changed = new Set<Scope>()
  const turns = createCoalescer(flush, JOIN_MS)

  const heldOf = (scopes: Iterable<Scope>): Held[] =>
    [...scopes].flatMap((scope) => {
      const after = rooms.get(scope)?.sent
      return after === undefined ? [] : { scope, after }
    })

  /**
   * [S7] With what moved together: a commit may be seen here in one scope before the word of another has come. Where
   * that finds no end, so much goes on, no rows are told, and phones pull.
   */
  async function readAll(asked: Scope[]): Promise<ScopeRead[]> {
    const scopes = new Set(asked)
    for (let round = 1; ; round++) {
      const before = scopes.size
      const reads = await readChanges(db, heldOf(scopes), PATCH_ROWS, { together: true })
      for (const { together } of reads)
        for (const scope of together) if (rooms.get(scope)?.sent !== undefined) scopes.add(scope)
      if (scopes.size === before) return reads
      if (round === ROUNDS_MOST) return reads.map((read) => ({ ...read, page: undefined }))
    }
  }

  async function flush() {
    const known = heldOf(changed).map(({ scope }) => scope)
    try {
      // The counters are read and only then is `sent` known: those scopes wait for the next turn.
      for (const scope of known) changed.delete(scope)
      if (known.length > 0) tell(await readAll(known))
    } catch (error) {
      onError(error)
      for (const scope of known) changed.add(scope)
      turns.later(AFTER_ERROR_MS)
    }
    for (const scope of changed) if (!rooms.has(scope)) changed.delete(scope)
    if (changed.size > 0) turns.soon()
  }

  /**
   * Whoever hears of several scopes hears of them at once: what belongs together shows together. Those who hear of the
   * same scopes are sent the same bytes.
   */
  function tell(reads: ScopeRead[]) {
    const texts: string[] = []
    const hearing = new Map<WebSocket, number[]>()
    for (const read of reads) {
      const room = rooms.get(read.scope)
      const text = room && newsOf(room, read)
      if (!text) continue
      for (const socket of room.listeners) {
        const before = hearing.get(socket)
        if (before) before.push(texts.length)
        else hearing.set(socket, [texts.length])
      }
      texts.push(text)
    }
    const alike = new Map<string, { which: number[]; sockets: WebSocket[] }>()
    for (const [socket, which] of hearing) {
      const others = alike.get(which.join())
      if (others) others.sockets.push(socket)
      else alike.set(which.join(), { which, sockets: [socket] })
    }
    for (const { which, sockets } of alike.values())
      say(sockets, `{"type":"news","news":[${which.map((index) => texts[index]).join()}]}`)
  }

  function newsOf(room: Room, { scope, head, reset, page }: ScopeRead): string | undefined {
    const from = room.sent
    if (head === from) return undefined
    room.sent = head
    const whole = page && !reset && page.count > 0 && page.last === head
    if (whole && Buffer.byteLength(page.rows) <= PATCH_BYTES) {
      const said = JSON.stringify({ type: 'patch', scope, epoch, from, to: head })
      return `${said.slice(0, -1)},"rows":[${page.rows}]}`
    }
    const hint: LiveNews = { type: 'hint', scope, number: head }
    return JSON.stringify(hint)
  }

  function leave(socket: WebSocket) {
    for (const scope of listensTo.get(socket) ?? []) {
      const listeners = rooms.get(scope)?.listeners
      listeners?.delete(socket)
      if (listeners?.size === 0) rooms.delete(scope)
    }
    listensTo.delete(socket)
  }

  return {
    listen: async (socket, scopes) => {
      leave(socket)
      listensTo.set(socket, scopes)
      for (const scope of scopes) {
        const room = rooms.get(scope) ?? { listeners: new Set(), sent: undefined }
        room.listeners.add(socket)
        rooms.set(scope, room)
      }
      const unread = scopes.filter((scope) => rooms.get(scope)?.sent === undefined)
      if (unread.length === 0) return
      const numbers = await readNumbers(db, unread)
      for (const scope of unread) {
        const room = rooms.get(scope)
        if (room) room.sent ??= numbers.get(scope) ?? 0
      }
    },
    leave,
    moved: (scopes) => {
      for (const scope of scopes === 'any' ? rooms.keys() : scopes) if (rooms.has(scope)) changed.add(scope)
      if (changed.size > 0) turns.soon()
    },
    close: turns.stop,
  }
}
