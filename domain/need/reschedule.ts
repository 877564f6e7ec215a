import type { Actor } from '../kernel/actor'
import type { Instant } from '../kernel/time'
import type { Need, NeedEvent, WhenSpan } from './need'
import { isOpen } from './status'
import { advance } from './workflow'

const isSame = (a: WhenSpan, b: WhenSpan | undefined) => a.from === b?.from && a.to === b.to

const toldLast = (events: readonly NeedEvent[]) =>
  [...events].reverse().find(({ action }) => action === 'reschedule')?.said as
    | { from: WhenSpan; to?: WhenSpan }
    | undefined

/** The session that was ordered is not held, as the order was told last. */
export function isCancelled(events: readonly NeedEvent[]): boolean {
  const told = toldLast(events)
  return told !== undefined && !told.to
}

/**
 * 改期: what an order hears of its session, whose time it was told is not the one that stands.
 * @param session `to`: when it is now, undefined where it is taken off; `from`: when it was, for orders that do not say
 * @returns undefined where the order knows, or is open no more
 */
export function rescheduled(
  need: Need,
  events: readonly NeedEvent[],
  { from, to }: { from?: WhenSpan | undefined; to?: WhenSpan | undefined },
  actor: Actor,
  time: { now: Instant; at: Instant; eventId: string },
): { need: Need; event: NeedEvent } | undefined {
  if (!isOpen(need)) return undefined
  const told = toldLast(events)
  const known = told ? told.to : (need.whenSpan ?? from)
  if (to ? isSame(to, known) : !known) return undefined
  const was = known ?? told?.from
  if (!was) return undefined
  const move = { needId: need.id, action: 'reschedule', from: was, ...(to ? { to } : {}) } as const
  return advance(need, move, actor, time)
}
