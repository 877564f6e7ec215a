import type { Trouble } from 'domain/kernel/protocol'
import { LRUCache } from 'lru-cache'

const REMEMBERED = 1_000

/** [S17] What phones tell of themselves: many meet the same, and one line of the log is enough. */
export function createTroubleLog() {
  const known = new LRUCache<string, true>({ max: REMEMBERED })
  return (troubles: readonly Trouble[] | undefined): Trouble[] =>
    (troubles ?? []).filter(({ build, place, message }) => {
      const key = JSON.stringify([build, place, message])
      if (known.get(key)) return false
      known.set(key, true)
      return true
    })
}
