import { NO_TIME } from '../kernel/reading'
import type { Instant } from '../kernel/time'
import type { Need } from './need'

type Promised = Pick<Need, 'status' | 'respondBy' | 'finishBy'>

/** The promise that runs now: to find somebody, then to have it done. None once it is served or ended. */
export function deadlineOf({ status, respondBy, finishBy }: Promised): Instant | undefined {
  const until =
    status === 'placed' || status === 'dispatched'
      ? respondBy
      : status === 'claimed' || status === 'serving'
        ? finishBy
        : NO_TIME
  return until < NO_TIME ? until : undefined
}

/** At the very moment that a promise names it still is kept. */
export const isOver = (until: Instant, now: Instant) => until < now

/** 已超: the promise that runs now was not kept. */
export function isLate(of: Promised, now: Instant): boolean {
  const until = deadlineOf(of)
  return until !== undefined && isOver(until, now)
}
