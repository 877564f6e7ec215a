import { type Actor, staffAreas, staffs } from 'domain/kernel/actor'
import { type AreaCode, contains } from 'domain/kernel/area'
import { Refused } from 'domain/kernel/refusal'
import type { Instant } from 'domain/kernel/time'
import { viewFor } from 'domain/need/audience'
import { areaOf } from 'domain/need/need'
import type { NeedRow } from 'domain/need/needRow'
import { mineOf } from 'domain/need/relations'
import { summaryTo, wholeTo } from 'domain/need/told'
import type { Db } from '../db/pool'
import { findNeed } from './needRepo'

/** One need as somebody may see it. @throws Refused notFound, the same for a foreign and an absent one */
export async function readNeed(db: Db, id: string, actor: Actor | undefined, now: Instant): Promise<NeedRow> {
  const record = await findNeed(db, id)
  const view = record && viewFor(record.need, actor, now)
  if (!record || !view) throw new Refused('notFound')
  const { need, events } = record
  const mine = actor && mineOf(need, events, actor.id, now)
  const staff = actor && staffs(actor, areaOf(need))
  const besides = mine ? { mine } : {}
  if (view === 'summary') return { summary: summaryTo(need, actor?.id), ...besides }
  return { ...(staff ? { full: need, events } : wholeTo(need, events, actor?.id ?? '')), ...besides }
}

/**
 * Where somebody works as staff, within an area.
 * @throws Refused notAllowed where there is no such place
 */
export function areasToStaff(actor: Actor, area: AreaCode | undefined): AreaCode[] {
  const own = staffAreas(actor)
  const areas = own.flatMap((mine) => {
    if (!area || contains(area, mine)) return mine
    return contains(mine, area) ? area : []
  })
  if (areas.length === 0) throw new Refused('notAllowed')
  return areas
}
