import { NO_TIME } from '../kernel/reading'
import type { Instant } from '../kernel/time'
import type { Need } from './need'
import { STATUSES } from './status'

type Promised = Pick<Need, 'status' | 'respondBy' | 'finishBy'>

/** The promise that runs now: to find somebody, then to have it done. None once it is served or ended. */
export function deadlineOf(need: Promised): Instant | undefined {
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
