import type { WhenSpan } from 'domain/need/need'
import { advance } from 'domain/need/workflow'
import type { Work } from '../commands/handles'
import { touchNeed } from './effects'
import { lockNeeds, saveNeed } from './needRepo'
import { countOrders, listOrders } from './orderRepo'

/** Sessions that move, or are taken off, with the time that they had and have. */
export type Moved = Map<string, { from: WhenSpan; to: WhenSpan | undefined }>

/** Locks the orders of sessions, before their service: who gives a place back takes the locks in the same order. */
export const lockOrders = async ({ tx }: Work, sessionIds: string[]) =>
  lockNeeds(tx, await listOrders(tx, sessionIds))

/** What orders hold of sessions that stand there no more, or again; the service is locked. */
export const placesHeld = ({ tx }: Work, sessionIds: string[]) => countOrders(tx, sessionIds)

/** Each order of a session that moved hears of it, and keeps the time for which it was made. */
export async function tellOrders(work: Work, moved: Moved) {
  const { actor, now, at, commandId } = work
  for (const told of await lockOrders(work, [...moved.keys()])) {
    const change = moved.get(told.need.sessionId ?? '')
    if (!change) continue
    const { from, to } = change
    const move = { needId: told.need.id, action: 'reschedule', from, ...(to ? { to } : {}) } as const
    const { need, event } = advance(told.need, move, actor, { now, at, eventId: commandId })
    await saveNeed(work.tx, told.need, need, event)
    touchNeed(work, told, need, event)
  }
}
