import { NO_TIME } from '../kernel/reading'
import type { Instant } from '../kernel/time'
import type { Need, NeedEvent } from './need'
import { isCancelled } from './reschedule'
import { STATUSES } from './status'

interface Promised {
  need: Pick<Need, 'status' | 'respondBy' | 'finishBy'>
  events?: readonly NeedEvent[] | undefined
}

/**
 * The promise that runs now: to find somebody, then to have it done. None once it is served or ended, nor for a
 * session that is not held.
 */
export function deadlineOf({ need, events = [] }: Promised): Instant | undefined {
  if (isCancelled(events)) return undefined
  const { promise } = STATUSES[need.status]
  return promise && need[promise] < NO_TIME ? need[promise] : undefined
}

/** At the very moment that a promise names it still is kept. */
export const isOver = (until: Instant, now: Instant) => until < now

/** 已超: the promise that runs now was not kept. */
export function isLate(of: Promised, now: Instant): boolean {
  const until = deadlineOf(of)
  return until !== undefined && isOver(until, now)
}
