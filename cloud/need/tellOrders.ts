import { SYSTEM } from 'domain/kernel/actor'
import { spanOf } from 'domain/listing/service'
import { rescheduled } from 'domain/need/reschedule'
import type { Tx } from '../db/pool'
import type { EffectData, EffectWork } from '../effects/effect'
import { lockService } from '../listing/services'
import { touchNeed } from './effects'
import { lockNeeds, saveNeed } from './needRepo'
import { countOrders, listOrders } from './orderRepo'

/** What orders hold of sessions that stand there no more, or again; the service is locked. */
export const seatsHeld = (tx: Tx, sessionIds: string[]) => countOrders(tx, sessionIds)

/**
 * Each order of a session reads in its timeline when the session is now, or that it is taken off, and keeps the time
 * for which it was made. What it was told last and what is now decide, so several changes may be told as one.
 */
export async function tellOrders(
  { serviceId, sessionId, from, by }: EffectData['tellOrders'],
  work: EffectWork,
) {
  const { tx, now, at, id: eventId } = work
  // Orders before their service, as who gives a place back does.
  const orders = await lockNeeds(tx, await listOrders(tx, [sessionId]))
  const service = await lockService(tx, serviceId)
  const session = service?.sessions.find(({ id }) => id === sessionId)
  for (const record of orders) {
    const actor = { ...SYSTEM, ...by }
    const step = rescheduled(record.need, record.events, { from, to: session && spanOf(session) }, actor, {
      now,
      at,
      eventId,
    })
    if (!step) continue
    await saveNeed(tx, record, step.need, step.event)
    touchNeed(work, record, step.need, step.event)
  }
}
