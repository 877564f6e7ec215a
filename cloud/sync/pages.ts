import { PAGE_ROWS } from 'domain/kernel/protocol'
import { isPersonal, type Scope } from 'domain/kernel/scope'
import { LRUCache } from 'lru-cache'
import { batch } from '../db/batch'
import type { Db } from '../db/pool'
import { compressed, type Piece, ZIPPED_FROM } from '../kernel/gzip'
import { type Held, type Page, readChanges, type ScopeRead } from './pullRepo'

/** Bytes that are remembered in all, some twenty full pages. Anybody can fill it, with cursors that nobody holds. */
const REMEMBERED_MAX = 3_000_000
/** Bytes that an entry costs beside its rows. */
const ENTRY_COST = 1_000

const READS_AT_ONCE = 4
/** Pulls that one statement serves: few enough that none waits long for the pages of others. */
const JOINED_MOST = 16
/** Whoever pulls meanwhile does not wait for a long page. */
const PATIENCE_MS = 5

/** A page that may go to many: a long one is compressed once, and only that is cached. */
export type SharedPage = Omit<Page, 'rows'> & { rows: string | Piece }
/** A scope in the snapshot that was read, its page with it. */
export type ScopeAt = Omit<ScopeRead, 'page'> & { page: SharedPage }

/**
 * Reads pages of scopes, each once for everybody: as long as a scope's counter stands where it stood, what there is
 * above a cursor is the same. So a community that opens the app at once costs the database one read a page, and
 * everybody else one look at the counters. What one person alone asks for is not remembered.
 */
export function openPages(db: Db, { pageRows = PAGE_ROWS, rememberedMax = REMEMBERED_MAX } = {}) {
  const known = new LRUCache<string, { head: number; page: SharedPage }>({
    maxSize: rememberedMax,
    sizeCalculation: ({ page }) => bytesOf(page) + ENTRY_COST,
  })
  const underWay = new Map<string, Promise<unknown>>()
  const readTogether = batch(
    async (all: Held[][]): Promise<ScopeRead[][]> => {
      const found = await readChanges(db, all.flat(), pageRows)
      return all.map(({ length }) => found.splice(0, length))
    },
    { atOnce: READS_AT_ONCE, most: JOINED_MOST, patienceMs: PATIENCE_MS },
  )

  async function read(asked: At[]): Promise<ScopeAt[]> {
    const remembered = asked.map((at) => known.get(keyOf(at)))
    const held: Held[] = asked.map((at, index) => ({ ...at, knownAt: remembered[index]?.head }))
    const found = await readTogether(held)
    return await Promise.all(
      found.map(async ({ page: fresh, ...at }, index) => {
        const from = asked[index]
        const useful = fresh && !at.reset && !isPersonal(at.scope)
        const page = (useful ? await shared(fresh) : fresh) ?? remembered[index]?.page
        if (!page || !from) throw new Error(`no page of ${at.scope}`)
        if (useful) known.set(keyOf(from), { head: at.head, page })
        return { ...at, page }
      }),
    )
  }

  return async (asked: At[]): Promise<ScopeAt[]> => {
    const keys = asked.filter(({ scope }) => !isPersonal(scope)).map(keyOf)
    // Who comes while a page is being read waits for it, rather than have it read again.
    const others = keys.flatMap((key) => underWay.get(key) ?? [])
    if (others.length > 0) await Promise.all(others)
    const reading = read(asked)
    const mine = keys.filter((key) => !known.has(key) && !underWay.has(key))
    for (const key of mine) underWay.set(key, settled(reading))
    return await reading.finally(() => {
      for (const key of mine) underWay.delete(key)
    })
  }
}
export type ReadPages = ReturnType<typeof openPages>

interface At {
  scope: Scope
  after: number
  knows?: number | undefined
}
const keyOf = ({ scope, after }: At) => `${scope}@${after}`
const settled = (work: Promise<unknown>) => work.catch(() => {})

async function shared(page: Page): Promise<SharedPage> {
  return page.rows.length < ZIPPED_FROM ? page : { ...page, rows: await compressed(page.rows) }
}

/** A character may be two bytes in memory. */
const bytesOf = ({ rows }: SharedPage) => (typeof rows === 'string' ? rows.length * 2 : rows.blocks.length)
