/** How the rows of a list stand: what came since it was arranged above, newest first, and the rest below. */
export interface Standing {
  head: readonly string[]
  /** In the order of the list; undefined where a row has left, so that the others keep their places. */
  body: readonly (string | undefined)[]
  /** What has just come. */
  come: readonly string[]
  /** How many have come that are not shown yet. */
  waiting: number
}

export interface Looking {
  /** They have scrolled down: nothing may move. */
  away: boolean
  /** False for a list that grows only where people ask for more, at its end. */
  live: boolean
}

/** More than this on top, and the list is arranged anew. */
const HEAD_MAX = 8

const arranged = (ids: readonly string[]): Standing => ({ head: [], body: ids, come: [], waiting: 0 })

/**
 * Nothing moves under the eyes of somebody who has scrolled down: what comes waits, and what no longer belongs
 * stays, until they are at the top again. There it stands first, whatever its age. A row never changes its place
 * otherwise, so that a change costs the phone that row alone.
 * @param ids what belongs in the list now, in its order
 * @returns `before` itself where nothing is to be moved
 */
export function settle(
  before: Standing | undefined,
  ids: readonly string[],
  { away, live }: Looking,
): Standing {
  if (!before) return arranged(ids)
  const standing = new Set<string | undefined>([...before.head, ...before.body])
  const come = ids.filter((id) => !standing.has(id))
  if (!live) return come.length > 0 ? { ...before, body: [...before.body, ...come] } : before
  if (away) return before.waiting === come.length ? before : { ...before, come: [], waiting: come.length }
  if (before.head.length + come.length > HEAD_MAX) return { ...arranged(ids), come }
  return takenIn(before, ids, come)
}

function takenIn(before: Standing, ids: readonly string[], come: readonly string[]): Standing {
  const belongs = new Set(ids)
  const left = (id: string | undefined) => id !== undefined && !belongs.has(id)
  const gone = before.head.some(left) || before.body.some(left)
  if (come.length === 0 && !gone && before.waiting === 0) return before
  return {
    head: [...come, ...before.head].filter((id) => belongs.has(id)),
    body: gone ? before.body.map((id) => (left(id) ? undefined : id)) : before.body,
    come,
    waiting: 0,
  }
}
