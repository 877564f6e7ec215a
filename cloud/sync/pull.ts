import type { Scope } from 'domain/access'
import { type Cursor, PAGE_ROWS } from 'domain/protocol'
import type { Db } from '../db/pool'
import { type Held, readChanges } from './pullRepo'

/** What a phone gets of one scope. */
export interface Delta {
  scope: Scope
  /** It stood in another epoch, or ahead of the counter: what it holds of the scope is void. [S7] */
  reset: boolean
  from: number
  to: number
  head: number
  /** Whether `to` is all there was in this snapshot. */
  reached: boolean
  rows: string
}

/** Reads what is new above each cursor, one page over all scopes. */
export async function readDeltas(db: Db, held: Held[], limit: number): Promise<Delta[]> {
  const pages = await readChanges(db, held, limit)
  const full = pages.reduce((sum, each) => sum + each.count, 0) >= limit
  const lastWithRows = pages.map(({ count }) => count > 0).lastIndexOf(true)
  return pages.map(({ scope, head, last, rows }, index) => {
    const after = held[index]?.after ?? 0
    const reset = after > head
    const from = reset ? 0 : after
    const reached = !full || index < lastWithRows || (index === lastWithRows && last === head)
    return { scope, reset, from, head, to: reached ? head : (last ?? from), reached, rows: rows ?? '' }
  })
}

/**
 * A page of a pull, as JSON text: `changes` and `done` of the answer. [S7]
 * @param epoch of this database and these projections
 */
export async function pull(
  db: Db,
  epoch: string,
  scopes: Scope[],
  cursors: Record<Scope, Cursor>,
): Promise<{ changes: string; done: boolean }> {
  const held = scopes.map((scope) => {
    const cursor = cursors[scope]
    return { scope, after: cursor?.epoch === epoch ? cursor.number : 0 }
  })
  const deltas = await readDeltas(db, held, PAGE_ROWS)
  const changes = deltas.flatMap(({ scope, reset, from, to, reached, rows }) => {
    const cursor = cursors[scope]
    const voided = reset || (cursor !== undefined && cursor.epoch !== epoch)
    const news = rows !== '' || to !== from || (reached && (!cursor || voided))
    if (!news) return []
    const where = JSON.stringify({ epoch, number: to })
    return `${JSON.stringify(scope)}:{"reset":${voided},"cursor":${where},"rows":[${rows}]}`
  })
  return { changes: `{${changes.join(',')}}`, done: deltas.every((each) => each.reached) }
}
