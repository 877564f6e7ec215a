import type { Change, Cursor, SyncAnswer } from 'domain/kernel/protocol'
import { keyOf, partsOf, type Scope } from './contract'
import type { RowCache, Rows } from './storage'

/** One page of a scope that is taken from its beginning. */
export interface Page {
  scope: Scope
  /** The number it goes on from: 0 for the first. */
  after: number
  cursor: Cursor
  rows: Change[]
}

const MARK = '~'
const nameOf = (scope: Scope, after: number) => `${scope}${MARK}${after}`
const scopeOf = (name: string) => name.slice(0, name.lastIndexOf(MARK))

/**
 * [S7] The pages of scopes that are taken from their beginning, kept as they come, so that a phone that is killed in
 * the middle goes on after them. Each is named by the number it goes on from: where one is torn or missing, those
 * before it still count.
 * @param rowCache for pages alone
 */
export function createPages(rowCache: RowCache) {
  /** How far the pages reach that are kept without a gap. */
  const reached = new Map<Scope, number>()
  const namesOf = (scope: Scope) => rowCache.kept().filter((name) => scopeOf(name) === scope)

  /** What has come before this start: not to be shown before the last page has. */
  function load(): SyncAnswer['changes'] {
    const all: SyncAnswer['changes'] = {}
    for (const name of rowCache.found()) {
      const scope = scopeOf(name)
      const kept = name === nameOf(scope, 0) ? string(scope) : undefined
      if (!kept) continue
      reached.set(scope, kept.cursor.number)
      all[scope] = { reset: true, ...kept }
    }
    return all
  }

  function string(scope: Scope): { cursor: Cursor; rows: Change[] } | undefined {
    let to: Cursor | undefined
    const rows: Change[] = []
    for (;;) {
      const page = rowCache.load(nameOf(scope, to?.number ?? 0))
      const follows = !to || (page?.cursor.epoch === to.epoch && page.cursor.number > to.number)
      if (!page || !follows) return to && { cursor: to, rows }
      to = page.cursor
      rows.push(...changesOf(page.rows))
    }
  }

  /** @param room bytes; a page that does not fit is not kept, nor are those after it */
  function add({ scope, after, cursor, rows }: Page, room: number) {
    if (after === 0) drop(scope)
    else if (reached.get(scope) !== after) return
    if (cursor.number <= after) return // nothing new
    const name = nameOf(scope, after)
    if (!rowCache.save(name, cursor, rowsOf(rows), [])) return
    if (rowCache.bytes(name) > room) rowCache.drop(name)
    else reached.set(scope, cursor.number)
  }

  function drop(scope: Scope) {
    for (const name of namesOf(scope)) rowCache.drop(name)
    reached.delete(scope)
  }

  /** @returns whether there were any */
  function clear(): boolean {
    const names = rowCache.kept()
    for (const name of names) rowCache.drop(name)
    reached.clear()
    return names.length > 0
  }

  return {
    load,
    add,
    drop,
    clear,
    tidy: rowCache.tidy,
    bytes: rowCache.allBytes,
    /** Another window may use them. */
    invalidate: (scope: Scope) => namesOf(scope).forEach(rowCache.invalidate),
  }
}

const rowsOf = (changes: Change[]): Rows =>
  new Map(changes.map(({ entity, id, number, row }) => [keyOf(entity, id), { number, row }]))

// JSON has no undefined: what is gone is kept as null.
const changesOf = (rows: Rows): Change[] =>
  [...rows].map(([key, { number, row }]) => {
    const [entity, id] = partsOf(key)
    return { entity, id, number, ...(row === null ? {} : { row }) }
  })
