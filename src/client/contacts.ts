import { revealAnswer } from 'domain/api'
import { mayReveal } from 'domain/need/audience'
import type { Need } from 'domain/need/need'
import type { Contact } from 'domain/need/place'
import { isOwn } from 'domain/need/relations'
import type { Storage } from '@/platform/port'
import type { Me, Sync } from '@/sync/contract'
import { keepIfRoom, readJson } from '@/sync/storage'
import { askFor, OFFLINE, type Trouble } from './fetch'
import { actorIn, readRows } from './held'

type Contacts = Record<string, Contact>
export type Revealed = { ok: true; contact: Contact } | Trouble

/**
 * Contact data that a person has revealed (查看联系方式). What is one's own, and a holder's while they hold the
 * task, stays on the phone for when there is no signal; what staff reveal is shown and never kept. All of it
 * goes with the right to it, on what the server has confirmed.
 */
export function createContacts(
  storage: Storage,
  sync: Pick<Sync, 'ask' | 'held'>,
  publish: (contacts: Contacts) => void,
) {
  let person: Me | undefined
  let kept: Contacts = {}
  let passing: Contacts = {}
  const key = () => `xf/${person?.id}/contacts`

  function needOf(needId: string): Need | undefined {
    for (const { row } of readRows('need', needId, sync.held('need', needId)))
      if ('full' in row) return row.full
    return undefined
  }

  function mayKeep(needId: string): boolean {
    const need = needOf(needId)
    return need !== undefined && person !== undefined && isOwn(need, person.id)
  }

  function maySee(needId: string): boolean {
    const [need, actor] = [needOf(needId), actorIn({ person, held: sync.held })]
    return need !== undefined && actor !== undefined && mayReveal(need, actor)
  }

  function change(next: { kept?: Contacts; passing?: Contacts }) {
    if (next.kept) {
      kept = next.kept
      if (Object.keys(kept).length > 0) keepIfRoom(storage, key(), kept)
      else storage.remove(key())
    }
    passing = next.passing ?? passing
    publish({ ...passing, ...kept })
  }

  return {
    /** Somebody else looks at this phone: whoever was before leaves none behind. */
    enter(next: Me | undefined) {
      if (next?.id === person?.id) return
      if (person) storage.remove(key())
      person = next
      kept = (person && readJson<Contacts>(storage, key())) || {}
      change({ passing: {} })
    },

    /** Rows have changed: whoever may no longer keep or see an answer loses it at once. */
    review() {
      const left = { kept: only(kept, mayKeep), passing: only(passing, maySee) }
      if (left.kept) change({ kept: left.kept })
      if (left.passing) change({ passing: left.passing })
    },

    async reveal(needId: string): Promise<Revealed> {
      const asked = await askFor(sync, 'POST', `/api/needs/${needId}/reveal`, {})
      if (!asked.ok) return asked
      const read = revealAnswer.safeParse(asked.body)
      if (!read.success) return OFFLINE
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
