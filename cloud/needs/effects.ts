import { audienceOf, type Scope } from 'domain/access'
import { type Mine, type Need, type NeedEvent, relationsOf, summaryOf } from 'domain/need'
import type { Work } from '../commands/handles'
import type { Told } from './needRows'

const USER = 'user:'

/** A need's row for each scope of its audience, as JSON text. In `user:` scopes it says what one is to it. */
export function rowsOf({ need, events }: Told): Map<Scope, string> {
  const full = JSON.stringify({ full: need, events })
  const summary = JSON.stringify({ summary: summaryOf(need) })
  const rows = new Map<Scope, string>()
  for (const [scope, view] of audienceOf(need)) {
    const row = view === 'full' ? full : summary
    const mine = scope.startsWith(USER) ? mineOf(need, scope.slice(USER.length)) : undefined
    rows.set(scope, mine ? `${row.slice(0, -1)},"mine":${JSON.stringify(mine)}}` : row)
  }
  return rows
}

/** What somebody is to a need, and the minutes they gave to it. */
export function mineOf(need: Need, personId: string): Mine | undefined {
  const as = relationsOf(need, personId)
  const servedMin = need.assignments
    .filter((each) => each.personId === personId && each.outcome === 'finished')
    .at(-1)?.servedMin
  return as.length > 0 ? { as, ...(servedMin === undefined ? {} : { servedMin }) } : undefined
}

/** What everybody finds in their feed after a step: the new row, or that it is gone from where it stood. */
export function touchNeed(
  { touch }: Pick<Work, 'touch'>,
  before: Told | undefined,
  need: Need,
  event: NeedEvent,
) {
  touch({
    entity: 'need',
    id: need.id,
    before: before ? audienceOf(before.need).keys() : [],
    after: rowsOf({ need, events: [...(before?.events ?? []), event] }),
  })
}
