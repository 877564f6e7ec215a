import type { Platform, Stop } from '@/platform/port'
import type { Account } from './account'
import type { Entry, RowKey, Scope } from './contract'
import type { Page } from './pages'
import type { Applied } from './replica'
import { ALL_BYTES } from './storage'

const SOON_MS = 250

/**
 * Persists confirmed rows with a delay, one scope at a time, so that a large pull does not block the screen, and the
 * pages of a pull from the beginning until their rows are persisted. A crash before that costs a longer pull and
 * nothing else. Only the leader window writes; the others queue their writes in case they become leader.
 * @param onUnkept there is no room for a scope
 */
export function createPersister(
  { clock, windows }: Pick<Platform, 'clock' | 'windows'>,
  account: Account,
  onUnkept: () => void,
) {
  const { rowCache, pages, replica, outbox } = account
  const dirty = new Map<Scope, Set<RowKey>>()
  /** Scopes for which there was no room: not written again in this run, as long as they are held. */
  const givenUp = new Set<Scope>()
  let released: Entry[] = []
  /** Pages to be written. */
  let come: Page[] = []
  let soon: Stop | undefined

  function notePages(more: Page[]) {
    come = [...come, ...more]
    soon ??= clock.after(SOON_MS, step)
  }

  function note({ scopes, dropped, reset }: Applied, entries: Entry[]) {
    for (const scope of [...dropped, ...reset]) {
      if (windows.isLeader()) rowCache.drop(scope)
      else rowCache.invalidate(scope)
      dirty.delete(scope)
    }
    for (const scope of dropped) {
      if (windows.isLeader()) pages.drop(scope)
      else pages.invalidate(scope)
    }
    come = come.filter(({ scope }) => !dropped.includes(scope) && !reset.has(scope))
    if (dropped.length > 0) givenUp.clear()
    for (const [scope, keys] of scopes) {
      const before = dirty.get(scope)
      for (const key of keys) before?.add(key)
      if (!before) dirty.set(scope, new Set(keys))
    }
    released = [...released, ...entries]
    soon ??= clock.after(SOON_MS, step)
  }

  /** This window has become leader. */
  function begin() {
    rowCache.tidy()
    pages.tidy()
    if (come.length + dirty.size + released.length > 0) soon ??= clock.after(SOON_MS, step)
  }

  function step() {
    soon = undefined
    if (!windows.isLeader()) return
    const [scope] = dirty.keys()
    if (come.length > 0) savePages()
    else if (scope !== undefined) save(scope)
    if (dirty.size > 0) soon = clock.after(0, step)
    else finish()
  }

  function savePages() {
    for (const page of come) pages.add(page, ALL_BYTES - allBytes())
    come = []
  }

  function save(scope: Scope) {
    const at = replica.scope(scope)
    const keys = dirty.get(scope)
    dirty.delete(scope)
    if (!rowCache.kept().includes(scope)) pages.drop(scope) // the rows replace the pages
    if (!at || !keys || givenUp.has(scope)) return
    const keep = () => rowCache.save(scope, at.cursor, at.rows, keys)
    if (!keep() && !(pages.clear() && keep())) giveUp(scope)
    while (allBytes() > ALL_BYTES && makeRoom());
  }

  const allBytes = () => rowCache.allBytes() + pages.bytes()

  /**
   * [S13] The phone drops pages of which nothing shows yet, then whole scopes, the least needed first; they are
   * fetched again. @returns false where there is nothing more to drop
   */
  function makeRoom(): boolean {
    if (pages.clear()) return true
    const scope = [...replica.order()].reverse().find((each) => !givenUp.has(each))
    if (scope !== undefined) giveUp(scope)
    return scope !== undefined
  }

  function giveUp(scope: Scope) {
    rowCache.drop(scope)
    givenUp.add(scope)
    onUnkept()
  }

  function finish() {
    account.keepOrder()
    forgetReleased()
  }

  // [S5] Only now: killed before, the entry comes back and waits for the pull that it needs again.
  function forgetReleased() {
    for (const entry of released) outbox.forget(entry)
    released = []
  }

  /** Nothing more is written. */
  function stop() {
    soon?.()
    soon = undefined
  }

  return {
    note,
    notePages,
    begin,
    makeRoom,
    unkept: () => replica.order().filter((scope) => givenUp.has(scope)),
    /** All at once: the app goes to the background. */
    flush() {
      stop()
      if (!windows.isLeader()) return
      savePages()
      for (const scope of [...dirty.keys()]) save(scope)
      finish()
    },
    /** The rows leave the phone, and with them what they had replaced. */
    clear() {
      stop()
      forgetReleased()
      account.forgetRows()
    },
  }
}
