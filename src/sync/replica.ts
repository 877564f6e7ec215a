import { termOf } from 'domain/kernel/checksum'
import type { Change, Checksum, Cursor, LiveNews, SyncAnswer } from 'domain/kernel/protocol'
import { ASKED, type HeldRow, keyOf, partsOf, type RowKey, type Scope } from './contract'
import type { Page } from './pages'
import type { Rows } from './storage'

interface Held {
  cursor: Cursor
  rows: Rows
  /** [S11] Over all rows, in 32 bits. */
  sum: number
}
interface Arriving {
  /** Forget what is held first. */
  reset: boolean
  /** Snapshot pull (no cursor, no tombstones): local rows absent from it were deleted. */
  whole: boolean
  cursor: Cursor
  rows: Change[]
}

/** The change set of an applied pull: rows to redraw, and by scope what to write. */
export interface Applied {
  keys: Set<RowKey>
  scopes: Map<Scope, Set<RowKey>>
  dropped: Scope[]
  reset: Set<Scope>
  /** Of those, the ones that this phone had asked to refetch. */
  refetched: Set<Scope>
}
export const nothing = (): Applied => ({
  keys: new Set(),
  scopes: new Map(),
  dropped: [],
  reset: new Set(),
  refetched: new Set(),
})

/** The oldest go first: lists are long. */
const MOST_ASKED = 2000

/** The local replica: confirmed rows by scope, and the buffered pages of a pull in flight. */
export function createReplica() {
  const held = new Map<Scope, Held>()
  const asked = new Map<RowKey, unknown>()
  let arriving = new Map<Scope, Arriving>()
  /** In the server's order: the most needed first. */
  let order: Scope[] = []
  /** [S11] Scopes being refetched without a cursor; their old rows stay on the screen until the new ones are complete. */
  const refetched = new Set<Scope>()

  function put(scope: Scope, cursor: Cursor, rows: Rows) {
    let sum = 0
    for (const [key, { number }] of rows) sum = (sum + termOf(...partsOf(key), number)) >>> 0
    held.set(scope, { cursor, rows, sum })
    order.push(scope)
  }

  /** The cursors of the next pull: behind the last page received, applied or not. */
  function cursors(): Record<Scope, Cursor> {
    const all: Record<Scope, Cursor> = {}
    for (const [scope, { cursor }] of held) if (!refetched.has(scope)) all[scope] = cursor
    for (const [scope, { cursor }] of arriving) all[scope] = cursor
    return all
  }

  /**
   * [S7] Buffers one page until `apply()`.
   * @param asked the cursors that the request carried
   * @returns the pages of scopes that are fetched from their beginning
   */
  function take(changes: SyncAnswer['changes'], asked = cursors()): Page[] {
    const pages: Page[] = []
    for (const [scope, { reset, cursor, rows }] of Object.entries(changes)) {
      const before = reset ? undefined : arriving.get(scope)
      const now = {
        reset: reset || (before?.reset ?? (refetched.has(scope) || !held.has(scope))),
        whole: before?.whole ?? !asked[scope]?.number,
        cursor,
        rows: before ? [...before.rows, ...rows] : rows,
      }
      arriving.set(scope, now)
      if (now.reset) pages.push({ scope, after: before?.cursor.number ?? 0, cursor, rows })
    }
    return pages
  }

  /**
   * [S7] Applies all buffered pages at once, after the last one arrived.
   * @param scopes of which this was asked
   * @param stays which others are left as they are, pages that are still to be gone on from included; the rest goes
   */
  function apply(scopes: Scope[], stays: (scope: Scope) => boolean = () => false): Applied {
    const applied = nothing()
    const others = [...new Set([...order, ...held.keys(), ...arriving.keys()])].filter(
      (scope) => !scopes.includes(scope),
    )
    for (const scope of others) if (!stays(scope)) drop(scope, applied)
    for (const scope of scopes) {
      const news = arriving.get(scope)
      if (news) bring(scope, news, applied)
    }
    arriving = new Map([...arriving].filter(([scope]) => others.includes(scope) && stays(scope)))
    order = [...others, ...scopes].filter((scope) => held.has(scope))
    return applied
  }

  function drop(scope: Scope, applied: Applied) {
    for (const key of held.get(scope)?.rows.keys() ?? []) applied.keys.add(key)
    held.delete(scope)
    refetched.delete(scope)
    applied.dropped.push(scope)
    forgetAsked(applied)
  }

  function bring(scope: Scope, { reset, whole, cursor, rows }: Arriving, applied: Applied) {
    const before = held.get(scope)
    const goesBack =
      before !== undefined && before.cursor.epoch === cursor.epoch && before.cursor.number > cursor.number
    if (goesBack && !reset) return // a newer patch arrived meanwhile
    const now: Held = before && !reset ? before : { cursor, rows: new Map(), sum: 0 }
    if (now !== before) {
      applied.reset.add(scope)
      if (refetched.delete(scope)) applied.refetched.add(scope)
      for (const key of before?.rows.keys() ?? []) applied.keys.add(key)
      if (before) forgetAsked(applied)
    }
    now.cursor = cursor
    held.set(scope, now)
    write(scope, now, whole ? [...goneFrom(now, rows), ...rows] : rows, applied)
  }

  function goneFrom({ rows }: Held, whole: Change[]): Change[] {
    const stand = new Set(whole.map(({ entity, id }) => keyOf(entity, id)))
    return [...rows].flatMap(([key, { number }]) => {
      const [entity, id] = partsOf(key)
      return stand.has(key) ? [] : { entity, id, number }
    })
  }

  function write(scope: Scope, into: Held, rows: Change[], applied: Applied) {
    const changed = applied.scopes.get(scope) ?? new Set()
    for (const { entity, id, number, row } of rows) {
      const key = keyOf(entity, id)
      const before = into.rows.get(key)
      if (before) into.sum -= termOf(entity, id, before.number)
      if (row !== undefined) into.sum += termOf(entity, id, number)
      into.sum >>>= 0
      if (row === undefined) into.rows.delete(key)
      else into.rows.set(key, { number, row })
      asked.delete(key) // a scope's row replaces one that was fetched by itself
      changed.add(key)
      applied.keys.add(key)
    }
    applied.scopes.set(scope, changed)
  }

  // Rows fetched by themselves are in no scope: nothing invalidates them, and the right to them may have ended.
  function forgetAsked(applied: Applied) {
    for (const key of asked.keys()) applied.keys.add(key)
    asked.clear()
  }

  /** A reset is in flight, possibly of another epoch: the replica is out of date. */
  const beginsAnew = () => [...arriving.values()].some(({ reset }) => reset)

  /** [S8] Whether news is already applied or directly follows the cursor; otherwise a pull is needed. */
  function follows(news: LiveNews): boolean {
    if (beginsAnew()) return false
    const at = held.get(news.scope)
    if (news.type === 'hint') return at !== undefined && at.cursor.number >= news.number
    if (!at || at.cursor.epoch !== news.epoch || refetched.has(news.scope)) return false
    return news.to <= at.cursor.number || news.from === at.cursor.number
  }

  /** Applies a patch for which `follows` holds. */
  function patch({ scope, epoch, to, rows }: Extract<LiveNews, { type: 'patch' }>, applied: Applied) {
    const at = held.get(scope)
    if (!at || to <= at.cursor.number) return
    at.cursor = { epoch, number: to }
    write(scope, at, rows, applied)
  }

  /** @param rows without `row`: one that is there no more @returns the rows that show differently now */
  function hold(entity: string, rows: { id: string; row?: unknown }[]): RowKey[] {
    const keys = rows.map(({ id }) => keyOf(entity, id))
    for (const { id, row } of rows) {
      const key = keyOf(entity, id)
      asked.delete(key)
      if (row !== undefined) asked.set(key, row)
    }
    const tooMany = [...asked.keys()].slice(0, Math.max(0, asked.size - MOST_ASKED))
    for (const key of tooMany) asked.delete(key)
    return [...keys, ...tooMany]
  }

  function rowsOf(key: RowKey): HeldRow[] {
    const rows: HeldRow[] = []
    for (const scope of order) {
      const one = held.get(scope)?.rows.get(key)
      if (one) rows.push({ scope, row: one.row })
    }
    const row = asked.get(key)
    if (row !== undefined) rows.push({ scope: ASKED, row })
    return rows
  }

  return {
    put,
    cursors,
    take,
    apply,
    follows,
    patch,
    hold,
    /** [S11] True also where the phone's cursor is elsewhere, so that nothing can be compared. */
    agrees(scope: Scope, { number, count, sum }: Checksum): boolean {
      const at = held.get(scope)
      return at?.cursor.number !== number || (at.rows.size === count && at.sum === sum)
    },
    refetch: (scope: Scope) => void refetched.add(scope),
    isRefetching: (scope: Scope) => refetched.has(scope),
    rowsOf,
    scope: (scope: Scope) => held.get(scope),
    order: () => order,
    /** Whether there is something to look at: in that scope, or at all. */
    fills: (scope: Scope | undefined) => (scope === undefined ? held.size > 0 : held.has(scope)),
    keys: () => new Set([...held.values()].flatMap(({ rows }) => [...rows.keys()])),
  }
}
export type Replica = ReturnType<typeof createReplica>
