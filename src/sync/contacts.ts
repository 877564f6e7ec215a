import { revealAnswer } from 'domain/api'
import { type NeedRow, relationsOf } from 'domain/need'
import type { Contact } from 'domain/place'
import type { Storage } from '@/platform/port'
import type { Sync } from './contract'
import { askFor, OFFLINE, type Trouble } from './fetch'
import { readJson } from './storage'

const KEEPING = ['requester', 'placer', 'holder'] as const

type Contacts = Record<string, Contact>
export type Revealed = { ok: true; contact: Contact } | Trouble

/**
 * Contact data that a person has revealed (查看联系方式). A holder's stays on the phone, for when there is no
 * signal, until their row no longer says so; what staff reveal is shown and never kept.
 */
export function createContacts(
  storage: Storage,
  sync: Pick<Sync, 'ask' | 'held'>,
  publish: (contacts: Contacts) => void,
) {
  let person: string | undefined
  let kept: Contacts = {}
  let passing: Contacts = {}
  const key = () => `xf/${person}/contacts`

  /** What one's own row says one is to the need, on what the server has confirmed. */
  function mayKeep(needId: string): boolean {
    return sync.held('need', needId).some(({ row }) => {
      const { mine, ...of } = row as NeedRow
      const as = mine?.as ?? ('full' in of && person ? relationsOf(of.full, person) : [])
      return KEEPING.some((relation) => as.includes(relation))
    })
  }

  /** Of staff: for as long as they see the need whole and the app runs. */
  const maySee = (needId: string) => sync.held('need', needId).some(({ row }) => 'full' in (row as NeedRow))

  function change(next: { kept?: Contacts; passing?: Contacts }) {
    if (next.kept) {
      kept = next.kept
      if (Object.keys(kept).length > 0) storage.set(key(), JSON.stringify(kept))
      else storage.remove(key())
    }
    passing = next.passing ?? passing
    publish({ ...passing, ...kept })
  }

  return {
    /** Somebody else looks at this phone. */
    enter(personId: string | undefined) {
      if (personId === person) return
      person = personId
      kept = (person && readJson<Contacts>(storage, key())) || {}
      change({ passing: {} })
    },

    /** Rows have changed: whoever may no longer keep or see an answer loses it at once. */
    review() {
      const left = { kept: only(kept, mayKeep), passing: only(passing, maySee) }
      if (left.kept) change({ kept: left.kept })
      if (left.passing) change({ passing: left.passing })
    },

    /** At log-out. */
    forget() {
      change({ kept: {}, passing: {} })
    },

    async reveal(needId: string): Promise<Revealed> {
      const asker = person
      const asked = await askFor(sync, 'POST', `/api/needs/${needId}/reveal`, {})
      if (!asked.ok) return asked
      const read = revealAnswer.safeParse(asked.body)
      if (!read.success || asker !== person) return OFFLINE
      const contact = read.data.contact ?? {} // nobody left any
      if (mayKeep(needId)) change({ kept: { ...kept, [needId]: contact } })
      else change({ passing: { ...passing, [needId]: contact } })
      return { ok: true, contact }
    },
  }
}

/** What is left, or undefined where nothing had to go. */
function only<T>(all: Record<string, T>, may: (id: string) => boolean): Record<string, T> | undefined {
  const left = Object.entries(all).filter(([id]) => may(id))
  return left.length < Object.keys(all).length ? Object.fromEntries(left) : undefined
}
