import { isPersonal, type Scope } from 'domain/access'
import { PAGE_ROWS } from 'domain/protocol'
import { LRUCache } from 'lru-cache'
import type { Db } from '../db/pool'
import { type Held, type Page, readChanges, type ScopeRead } from './pullRepo'

/** Characters of rows that are remembered in all; in memory two bytes each. */
const REMEMBERED_MAX = 32_000_000
/** What an entry costs beside its rows. */
const ENTRY_COST = 200

/** A scope in the snapshot that was read, its page with it. */
export type ScopeAt = Omit<ScopeRead, 'page'> & { page: Page }

/**
 * Reads pages of scopes, each once for everybody: as long as a scope's counter stands where it stood, what there is
 * above a cursor is the same. So a community that opens the app at once costs the database one read a page, and
 * everybody else one look at the counters.
 */
export function openPages(db: Db, pageRows = PAGE_ROWS) {
  const known = new LRUCache<string, { head: number; page: Page }>({
    maxSize: REMEMBERED_MAX,
    sizeCalculation: ({ page }) => page.rows.length + ENTRY_COST,
  })
  const underWay = new Map<string, Promise<unknown>>()

  return async (asked: { scope: Scope; after: number }[]): Promise<ScopeAt[]> => {
    const keys = asked.map(({ scope, after }) => `${scope}@${after}`)
    // Who comes while a page is being read waits for it, rather than have it read again.
    const others = keys.flatMap((key) => underWay.get(key) ?? [])
    if (others.length > 0) await Promise.all(others)
    const remembered = keys.map((key) => known.get(key))
    const held: Held[] = asked.map((each, index) => ({ ...each, knownAt: remembered[index]?.head }))
    const reading = readChanges(db, held, pageRows)
    const mine = keys.filter(
      (key, index) => isShared(asked[index]) && !remembered[index] && !underWay.has(key),
    )
    for (const key of mine)
      underWay.set(
        key,
        reading.catch(() => {}),
      )
    try {
      return (await reading).map((read, index) => {
        const page = read.page ?? remembered[index]?.page
        const key = keys[index]
        if (!page || !key) throw new Error(`no page of ${read.scope}`)
        if (read.page && isShared(read) && !read.reset) known.set(key, { head: read.head, page })
        return { ...read, page }
      })
    } finally {
      for (const key of mine) underWay.delete(key)
    }
  }
}
export type ReadPages = ReturnType<typeof openPages>

/** What one person alone asks for is not worth remembering. */
const isShared = (at?: { scope: Scope }) => at !== undefined && !isPersonal(at.scope)
