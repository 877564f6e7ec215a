import type { Checksum, Cursor } from 'domain/kernel/protocol'
import type { Scope } from 'domain/kernel/scope'
import type { Piece } from '../kernel/gzip'
import type { ReadPages, ScopeAt } from './pages'

/** A page of a pull. */
export interface Pulled {
  /** `changes` of the answer: JSON text that goes on from one to the next, pages as they are. */
  changes: (string | Piece)[]
  done: boolean
  /** [S11] With the last page. */
  checksums: Record<Scope, Checksum> | undefined
}

/** Whether a page is all that there was of its scope. */
export const isWhole = ({ page, head }: ScopeAt, limit: number) => page.count < limit || page.last === head

/**
 * What is new above the cursors, in one snapshot: pages of scopes, most needed first, until there are enough rows.
 * A page of a scope goes whole or not at all, so that everybody reads the same ones. [S7]
 * @param epoch of this database and these projections
 */
export async function pull(
  readPages: ReadPages,
  epoch: string,
  scopes: Scope[],
  cursors: Record<Scope, Cursor>,
  pageRows: number,
): Promise<Pulled> {
  const asked = scopes.map((scope) => {
    const cursor = cursors[scope]
    if (cursor?.epoch !== epoch) return { scope, after: 0 }
    return { scope, after: cursor.number, knows: cursor.begun ?? cursor.number }
  })
  const changes: Pulled['changes'] = []
  let done = true
  let left = pageRows
  const read = await readPages(asked)
  for (const [index, at] of read.entries()) {
    const { scope, head, page } = at
    const cursor = cursors[scope]
    if (left <= 0 && page.count > 0) {
      done = false
      continue
    }
    left -= page.count
    const reset = at.reset || (cursor !== undefined && cursor.epoch !== epoch)
    const from = at.reset ? 0 : (asked[index]?.after ?? 0)
    const whole = isWhole(at, pageRows)
    const to = whole ? head : (page.last ?? from)
    done &&= whole
    if (page.count === 0 && to === from && cursor && !reset) continue
    const begun = from === 0 ? head : cursor?.begun
    const where = JSON.stringify({ epoch, number: to, ...(whole ? {} : { begun }) })
    const before = changes.length === 0 ? '{' : ']},'
    changes.push(`${before}${JSON.stringify(scope)}:{"reset":${reset},"cursor":${where},"rows":[`, page.rows)
  }
  changes.push(changes.length === 0 ? '{}' : ']}}')
  return { changes, done, checksums: done ? checksumsOf(read) : undefined }
}

const checksumsOf = (read: ScopeAt[]): Record<Scope, Checksum> =>
  Object.fromEntries(read.map(({ scope, head, count, sum }) => [scope, { number: head, count, sum }]))
