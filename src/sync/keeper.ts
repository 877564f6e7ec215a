import type { Platform, Stop } from '@/platform/port'
import type { Account } from './account'
import type { Entry, RowKey, Scope } from './contract'
import type { Applied } from './pull'
import { ALL_BYTES } from './storage'

const SOON_MS = 250

/**
 * Writes confirmed rows a little later, one scope at a time, so that a large pull does not hold up the
 * screen. Being killed before costs nothing but a longer pull. Only one window writes; the others remember what
 * they would have written, until they are the one.
 * @param onUnkept there is no room for a scope
 */
export function createKeeper(
  { clock, windows }: Pick<Platform, 'clock' | 'windows'>,
  account: Account,
  onUnkept: () => void,
) {
  const { shelf, holdings, outbox } = account
  const dirty = new Map<Scope, Set<RowKey>>()
  /** Scopes for which there was no room: not written again in this run, as long as they are held. */
  const givenUp = new Set<Scope>()
  let released: Entry[] = []
  let soon: Stop | undefined

  function note({ scopes, dropped, reset }: Applied, entries: Entry[]) {
    for (const scope of [...dropped, ...reset]) {
      if (windows.writes()) shelf.drop(scope)
      else shelf.mistrust(scope)
      dirty.delete(scope)
    }
    if (dropped.length > 0) givenUp.clear()
    for (const [scope, keys] of scopes) {
      const before = dirty.get(scope)
      for (const key of keys) before?.add(key)
      if (!before) dirty.set(scope, new Set(keys))
    }
    released = [...released, ...entries]
    soon ??= clock.after(SOON_MS, step)
  }

  /** It is this window now that writes. */
  function begin() {
    shelf.tidy()
    if (dirty.size + released.length > 0) soon ??= clock.after(SOON_MS, step)
  }

  function step() {
    soon = undefined
    if (!windows.writes()) return
    const [scope] = dirty.keys()
    if (scope !== undefined) save(scope)
    if (dirty.size > 0) soon = clock.after(0, step)
    else finish()
  }

  function save(scope: Scope) {
    const at = holdings.scope(scope)
    const keys = dirty.get(scope)
    dirty.delete(scope)
    if (!at || !keys || givenUp.has(scope)) return
    if (shelf.save(scope, at.cursor, at.rows, keys)) makeRoom()
    else giveUp(scope)
  }

  /** [S13] The phone drops whole scopes, the least needed first; they are fetched again at the next start. */
  function makeRoom() {
    for (const scope of leastNeededFirst()) {
      const all = shelf.kept().reduce((sum, each) => sum + shelf.bytes(each), 0)
      if (all <= ALL_BYTES) return
      giveUp(scope)
    }
  }

  function giveUp(scope: Scope) {
    shelf.drop(scope)
    if (givenUp.has(scope)) return
    givenUp.add(scope)
    onUnkept()
  }

  const leastNeededFirst = () => [...holdings.order()].reverse()

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
    begin,
    giveUp,
    unkept: () => holdings.order().filter((scope) => givenUp.has(scope)),
    leastNeededFirst,
    /** All at once: the app goes to the background. */
    flush() {
      stop()
      if (!windows.writes()) return
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
