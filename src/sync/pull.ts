import type { Change, Cursor, SyncAnswer } from 'domain/protocol'
import { ASKED, type HeldRow, keyOf, type RowKey, type Scope } from './contract'
import type { Rows } from './storage'

interface Held {
  cursor: Cursor
  rows: Rows
}
interface Arriving {
  /** Forget what is held first. */
  reset: boolean
  cursor: Cursor
  rows: Change[]
}

/** What an applied pull changed: rows to be shown anew, and by scope what to write. */
export interface Applied {
  keys: Set<RowKey>
  scopes: Map<Scope, Set<RowKey>>
  dropped: Scope[]
  reset: Set<Scope>
}
const nothing = (): Applied => ({ keys: new Set(), scopes: new Map(), dropped: [], reset: new Set() })

/** The oldest go first: lists are long. */
const MOST_ASKED = 2000

/** The confirmed rows that a phone holds, scope by scope, and the pages of a pull under way. */
export function createHoldings() {
  const held = new Map<Scope, Held>()
  const asked: Rows = new Map()
  let arriving = new Map<Scope, Arriving>()
  /** In the server's order: the most needed first. */
  let order: Scope[] = []

  function put(scope: Scope, cursor: Cursor, rows: Rows) {
    held.set(scope, { cursor, rows })
    order.push(scope)
  }

  /** Where to go on: after the pages that have come, applied or not. */
  function cursors(): Record<Scope, Cursor> {
    const all: Record<Scope, Cursor> = {}
    for (const [scope, { cursor }] of [...held, ...arriving]) all[scope] = cursor
    return all
  }

  /** [S7] Keeps one page back until `apply()`. */
  function take(changes: SyncAnswer['changes']) {
    for (const [scope, { reset, cursor, rows }] of Object.entries(changes)) {
      const before = reset ? undefined : arriving.get(scope)
      arriving.set(scope, {
        reset: reset || (before?.reset ?? false),
        cursor,
        rows: before ? [...before.rows, ...rows] : rows,
      })
    }
  }

  /** [S7] All pages together, once the last has come. @param scopes all that this phone may hold */
  function apply(scopes: Scope[]): Applied {
    const applied = nothing()
    for (const scope of [...held.keys()]) if (!scopes.includes(scope)) drop(scope, applied)
    for (const scope of scopes) {
      const news = arriving.get(scope)
      if (news) bring(scope, news, applied)
    }
    arriving = new Map()
    order = scopes.filter((scope) => held.has(scope))
    return applied
  }

  function drop(scope: Scope, applied: Applied) {
    for (const key of held.get(scope)?.rows.keys() ?? []) applied.keys.add(key)
    held.delete(scope)
    applied.dropped.push(scope)
    forgetAsked(applied)
  }

  function bring(scope: Scope, { reset, cursor, rows }: Arriving, applied: Applied) {
    const before = held.get(scope)
    const goesBack =
      before !== undefined && before.cursor.epoch === cursor.epoch && before.cursor.number > cursor.number
    if (goesBack && !reset) return // a patch came in between and was newer
    const now: Held = before && !reset ? before : { cursor, rows: new Map() }
    if (now !== before) {
      applied.reset.add(scope)
      for (const key of before?.rows.keys() ?? []) applied.keys.add(key)
      if (before) forgetAsked(applied)
    }
    now.cursor = cursor
    held.set(scope, now)
    write(scope, now.rows, rows, applied)
  }

  function write(scope: Scope, into: Rows, rows: Change[], applied: Applied) {
    const changed = applied.scopes.get(scope) ?? new Set()
    for (const { entity, id, row } of rows) {
      const key = keyOf(entity, id)
      if (row === undefined) into.delete(key)
      else into.set(key, row)
      asked.delete(key) // a scope knows better
      changed.add(key)
      applied.keys.add(key)
    }
    applied.scopes.set(scope, changed)
  }

  // A right may have gone with the scope, and nobody will say when these change.
  function forgetAsked(applied: Applied) {
    for (const key of asked.keys()) applied.keys.add(key)
    asked.clear()
  }

  /** [S8] What the live socket brought, or undefined where only a pull can tell. */
  function patch(scope: Scope, epoch: string, from: number, to: number, rows: Change[]): Applied | undefined {
    const at = held.get(scope)
    if (!at || at.cursor.epoch !== epoch) return undefined
    const applied = nothing()
    if (to <= at.cursor.number) return applied // known already
    if (from !== at.cursor.number) return undefined
    at.cursor = { epoch, number: to }
    write(scope, at.rows, rows, applied)
    return applied
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
      const row = held.get(scope)?.rows.get(key)
      if (row !== undefined) rows.push({ scope, row })
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
    patch,
    hold,
    rowsOf,
    scope: (scope: Scope) => held.get(scope),
    order: () => order,
    /** Whether there is something to look at: in that scope, or at all. */
    fills: (scope: Scope | undefined) => (scope === undefined ? held.size > 0 : held.has(scope)),
    keys: () => new Set([...held.values()].flatMap(({ rows }) => [...rows.keys()])),
  }
}
export type Holdings = ReturnType<typeof createHoldings>
