import { personOf, type Scope } from 'domain/kernel/scope'
import type { Instant } from 'domain/kernel/time'
import { audienceOf, type View } from 'domain/need/audience'
import type { NeedAction } from 'domain/need/moves'
import type { Need, NeedEvent } from 'domain/need/need'
import { summaryOf } from 'domain/need/needRow'
import { mineOf } from 'domain/need/relations'
import { summaryTo, wholeTo } from 'domain/need/told'
import type { Work } from '../commands/handles'
import type { NeedRecord } from './needRows'

/** Steps by which others come to ask for the same, or that pass it on to one of them. */
const TELLS_OF_OTHERS: readonly string[] = ['absorb', 'withdraw'] satisfies NeedAction[]

/** A need's row for each scope of its audience, as JSON text. In `user:` scopes it says what one is to it. */
export function rowsOf({ need, events }: NeedRecord, now?: Instant): Map<Scope, string> {
  const texts: Partial<Record<View, string>> = {}
  const textOf = (view: View) =>
    JSON.stringify(view === 'full' ? { full: need, events } : { summary: summaryOf(need) })
  const own = (view: View, personId: string) =>
    JSON.stringify(view === 'full' ? wholeTo(need, events, personId) : { summary: summaryTo(need, personId) })
  const rows = new Map<Scope, string>()
  for (const [scope, view] of audienceOf(need, now)) {
    const personId = personOf(scope)
    const others = need.askers.length > 0 || events.some(({ action }) => TELLS_OF_OTHERS.includes(action))
    if (!personId || !others) texts[view] ??= textOf(view)
    const row = (personId && others ? own(view, personId) : texts[view]) ?? ''
    const mine = personId ? mineOf(need, events, personId, now) : undefined
    rows.set(scope, mine ? `${row.slice(0, -1)},"mine":${JSON.stringify(mine)}}` : row)
  }
  return rows
}

/** What everybody finds in their feed after a step: the new row, or that it is gone from where it stood. */
export function touchNeed(
  { touch }: Pick<Work, 'touch'>,
  before: NeedRecord | undefined,
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
