import { uuid7 } from 'domain/id'
import type { Platform } from '@/platform/port'
import type { Me } from './contract'
import { createOutbox } from './outbox'
import { createHoldings } from './pull'
import { createShelf, readJson } from './storage'

const SESSION = 'xf/session'
const OFFSET = 'xf/clockOffset'

interface SessionKept {
  token: string
  person: Me
}

export const readSession = ({ storage }: Platform) => readJson<SessionKept>(storage, SESSION)
export const writeSession = ({ storage }: Platform, session: SessionKept) =>
  storage.set(SESSION, JSON.stringify(session))
export const forgetSession = ({ storage }: Platform) => storage.remove(SESSION)

export const readOffset = ({ storage }: Platform) => readJson<number>(storage, OFFSET) ?? 0
export const writeOffset = ({ storage }: Platform, ms: number) => storage.set(OFFSET, JSON.stringify(ms))

/** Small things worth knowing after a restart. */
export interface Notes {
  watching?: string | undefined
  lastSyncAt?: string
  /** The local day that `sent` counts. */
  day?: string
  sent?: number
}

/** [S2] All that one person keeps on this phone, under their own keys; a guest's stand apart. */
export function openAccount(platform: Platform, person: Me | undefined) {
  const { storage } = platform
  const prefix = `xf/${person?.id ?? 'guest'}/`
  const shelf = createShelf(storage, prefix)
  const holdings = createHoldings()
  const orderKey = `${prefix}scopes`

  for (const scope of readJson<string[]>(storage, orderKey) ?? []) {
    const kept = shelf.load(scope)
    if (kept) holdings.put(scope, kept.cursor, kept.rows)
  }

  let notes = readJson<Notes>(storage, `${prefix}notes`) ?? {}
  return {
    person,
    holdings,
    shelf,
    outbox: createOutbox(storage, prefix),
    /** One installation as one person: two who share a phone never mix their numbers. */
    device: deviceOf(platform, `${prefix}device`),
    get notes() {
      return notes
    },
    keepNotes(changed: Notes) {
      notes = changed
      storage.set(`${prefix}notes`, JSON.stringify(notes))
    },
    keepOrder: () => storage.set(orderKey, JSON.stringify(holdings.order())),
    /** At log-out: rows go, so that the next person finds none; what was not yet sent stays. */
    forgetRows() {
      storage.remove(orderKey)
      for (const scope of shelf.kept()) shelf.drop(scope)
    },
  }
}
export type Account = ReturnType<typeof openAccount>

function deviceOf({ storage, clock, randomBytes }: Platform, key: string): string {
  const known = readJson<string>(storage, key)
  if (known) return known
  const made = uuid7(clock.now(), randomBytes(10))
  storage.set(key, JSON.stringify(made))
  return made
}
