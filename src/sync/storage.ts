import { hashOf } from 'domain/kernel/checksum'
import type { Cursor } from 'domain/kernel/protocol'
import { type Storage, StorageFull } from '@/platform/port'
import { setIfRoom } from '@/platform/setIfRoom'
import type { RowKey, Scope } from './contract'

/** [S13] WeChat keeps 1 MB a key and 10 MB in all; a browser about 5 MB. */
export const PIECE_BYTES = 256 * 1024
export const ALL_BYTES = 3.5 * 1024 * 1024
const MOST_PIECES = 64

/** The rows of one scope, each with the number of its last change there. */
export type Rows = Map<RowKey, Numbered>
export interface Numbered {
  number: number
  row: unknown
}

/** How pieces are written. Of another: they are fetched again, as if torn. */
const FORMAT = 2

/** Written last: names the cursor and, by what they hold, exactly the pieces that belong to it. */
interface Head {
  format: typeof FORMAT
  cursor: Cursor
  stamps: number[]
  bytes: number[]
}
interface Piece {
  /** A hash of `rows`: a second window may write pieces too. */
  stamp: number
  rows: [RowKey, number, unknown][]
}

/** In UTF-8, without building it; a surrogate pair is four. */
export function bytesOf(text: string): number {
  let bytes = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    bytes += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 2 : 3
  }
  return bytes
}

export function readJson<T>(storage: Storage, key: string): T | undefined {
  const text = storage.get(key)
  if (!text) return undefined
  try {
    return JSON.parse(text) as T
  } catch {
    return undefined // torn while being written
  }
}

/** @returns false where the phone has no room for it; what stood there before still stands */
export const keepIfRoom = (storage: Storage, key: string, value: unknown): boolean =>
  setIfRoom(storage, key, JSON.stringify(value))

/** The confirmed rows of one person, by scope, in pieces. What cannot be read or kept is fetched again. */
export function createRowCache(storage: Storage, prefix: string) {
  const heads = new Map<Scope, Head>()
  const headKey = (scope: Scope) => `${prefix}scope/${scope}`
  const pieceKey = (scope: Scope, index: number) => `${headKey(scope)}/${index}`

  // The head goes first: pieces without one are nothing.
  function drop(scope: Scope) {
    storage.remove(headKey(scope))
    heads.delete(scope)
    for (const key of storage.keys()) if (key.startsWith(`${headKey(scope)}/`)) storage.remove(key)
  }

  /** Undefined where nothing is kept, or what is kept is torn, or just being written by another window. */
  function load(scope: Scope): { cursor: Cursor; rows: Rows } | undefined {
    const head = readJson<Head>(storage, headKey(scope))
    const rows = head?.format === FORMAT ? readPieces(scope, head) : undefined
    if (!head || !rows) return undefined
    heads.set(scope, head)
    return { cursor: head.cursor, rows }
  }

  function readPieces(scope: Scope, { stamps }: Head): Rows | undefined {
    const rows: Rows = new Map()
    for (const [index, stamp] of stamps.entries()) {
      const piece = readJson<Piece>(storage, pieceKey(scope, index))
      if (piece?.stamp !== stamp) return undefined
      for (const [key, number, row] of piece.rows) rows.set(key, { number, row })
    }
    return rows
  }

  const scopeIn = (key: string): Scope | undefined =>
    key.startsWith(headKey('')) ? key.slice(headKey('').length).split('/')[0] : undefined

  /** Of which there is something, whole or torn. */
  const found = () => new Set(storage.keys().flatMap((key) => scopeIn(key) ?? []))

  /** Forgets what was not loaded: it is torn, or of a scope that nobody asks for any more. */
  function tidy() {
    for (const key of storage.keys()) {
      const scope = scopeIn(key)
      if (scope !== undefined && !heads.has(scope)) storage.remove(key)
    }
  }

  /**
   * Keeps a scope. Pieces are written before the head.
   * @param changed the rows that changed since it was last saved
   * @returns false where the phone has no room for it
   */
  function save(scope: Scope, cursor: Cursor, rows: Rows, changed: Iterable<RowKey>): boolean {
    const head = heads.get(scope)
    if (!head) drop(scope)
    const count = head?.stamps.length ?? 1
    const dirty = head ? new Set([...changed].map((key) => hashOf(key) % count)) : new Set([0])
    try {
      const next = write(scope, rows, dirty, count, head)
      const written: Head = { format: FORMAT, ...next, cursor }
      storage.set(headKey(scope), JSON.stringify(written))
      heads.set(scope, written)
      return true
    } catch (error) {
      if (!(error instanceof StorageFull)) throw error
      drop(scope)
      return false
    }
  }

  /** Writes the dirty pieces; a piece that has grown too large splits them all in two. */
  function write(
    scope: Scope,
    rows: Rows,
    dirty: Set<number>,
    count: number,
    head: Head | undefined,
  ): Pick<Head, 'stamps' | 'bytes'> {
    const pieces = new Map([...dirty].map((index) => [index, [] as Piece['rows']]))
    for (const [key, { number, row }] of rows) pieces.get(hashOf(key) % count)?.push([key, number, row])
    const texts = [...pieces].map(([index, of]) => {
      const json = JSON.stringify(of)
      const stamp = hashOf(json)
      const text = `{"stamp":${stamp},"rows":${json}}`
      return { index, stamp, text, bytes: bytesOf(text) }
    })
    if (count < MOST_PIECES && texts.some(({ bytes }) => bytes > PIECE_BYTES)) {
      const all = new Set(Array.from({ length: count * 2 }, (_, index) => index))
      return write(scope, rows, all, count * 2, undefined)
    }
    const stamps = [...(head?.stamps ?? [])]
    const bytes = [...(head?.bytes ?? [])]
    for (const each of texts) {
      storage.set(pieceKey(scope, each.index), each.text)
      stamps[each.index] = each.stamp
      bytes[each.index] = each.bytes
    }
    return { stamps, bytes }
  }

  const bytes = (scope: Scope) => (heads.get(scope)?.bytes ?? []).reduce((sum, each) => sum + each, 0)
  /** What is kept, in no order. */
  const kept = () => [...heads.keys()]
  const allBytes = () => kept().reduce((sum, scope) => sum + bytes(scope), 0)
  /** The next save writes all of it. */
  const invalidate = (scope: Scope) => void heads.delete(scope)
  return { found, load, tidy, save, drop, invalidate, bytes, allBytes, kept }
}
export type RowCache = ReturnType<typeof createRowCache>
