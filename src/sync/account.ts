import { uuid7 } from 'domain/kernel/id'
import type { Instant } from 'domain/kernel/time'
import type { Platform } from '@/platform/port'
import type { Me, Scope } from './contract'
import { createOutbox } from './outbox'
import { createPages } from './pages'
import { createReplica } from './replica'
import { createSent } from './sent'
import { createRowCache, keepIfRoom, readJson } from './storage'

const SESSION = 'xf/session'

interface SessionKept {
  token: string
  person: Me
}

/** Tells also another window who is here. */
export const isLogIn = (key: string) => key === SESSION
export const readLogIn = ({ storage }: Platform) => readJson<SessionKept>(storage, SESSION)
/** Where there is no room they are logged in until the app is closed. */
export const writeLogIn = ({ storage }: Platform, session: SessionKept) => {
  if (!keepIfRoom(storage, SESSION, session)) storage.remove(SESSION)
}
export const forgetLogIn = ({ storage }: Platform) => storage.remove(SESSION)

/** Small things worth knowing after a restart. */
interface Notes {
  watching?: string | undefined
  lastSyncAt?: Instant
}

/** [S2] All that one person keeps on this phone, under their own keys; a guest's stand apart. */
export function openAccount(platform: Platform, person: Me | undefined) {
  const { storage, clock, randomBytes } = platform
  const prefix = `xf/${person?.id ?? 'guest'}/`
  const keyOf = { scopes: `${prefix}scopes`, notes: `${prefix}notes`, device: `${prefix}device` }
  const rowCache = createRowCache(storage, prefix)
  const pages = createPages(createRowCache(storage, `${prefix}scope-pages/`))
  const replica = createReplica()
  const sent = createSent(storage, prefix)

  const order = readJson<string[]>(storage, keyOf.scopes) ?? []
  for (const scope of order) {
    const kept = rowCache.load(scope)
    if (kept) replica.put(scope, kept.cursor, kept.rows)
  }
  replica.take(pages.load())
  let orderKept = order.join()

  let notes = readJson<Notes>(storage, keyOf.notes) ?? {}
  function note(changes: Notes) {
    notes = { ...notes, ...changes }
    keepIfRoom(storage, keyOf.notes, notes)
  }

  let device = readJson<string>(storage, keyOf.device)
  function newDevice(): string {
    device = uuid7(clock.now(), randomBytes(10))
    keepIfRoom(storage, keyOf.device, device)
    return device
  }

  /** Another window has written. */
  function reread(key: string) {
    if (key === keyOf.notes) notes = readJson<Notes>(storage, key) ?? notes
    if (key === keyOf.device) device = readJson<string>(storage, key) ?? device
    sent.reread(key)
  }

  return {
    person,
    owns: (key: string) => key.startsWith(prefix),
    reread,
    replica,
    rowCache,
    pages,
    outbox: createOutbox(storage, prefix),
    /** One installation as one person: two who share a phone never mix their numbers. */
    device: () => device ?? newDevice(),
    /** Another phone counts under the same name, such as one that was set up from a backup of this. */
    newDevice,
    watching: () => notes.watching,
    watch: (scope: Scope | undefined) => note({ watching: scope }),
    lastSyncAt: () => notes.lastSyncAt,
    synced: (at: Instant) => note({ lastSyncAt: at }),
    sent,
    keepOrder() {
      const now = replica.order()
      if (now.join() === orderKept || !keepIfRoom(storage, keyOf.scopes, now)) return
      orderKept = now.join()
    },
    /** Whoever comes next finds no rows, and nothing of what was sent; what was not yet sent stays. */
    forgetRows() {
      sent.forget()
      for (const key of storage.keys()) if (key.startsWith(`${prefix}scope`)) storage.remove(key)
    },
  }
}
export type Account = ReturnType<typeof openAccount>
