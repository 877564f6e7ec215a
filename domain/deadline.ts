import type { Need } from './need'
import { NO_TIME } from './reading'
import type { Instant } from './time'

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

/** 已超: the promise that runs now was not kept. At the very moment that it names it still is. */
export function isLate(of: Promised, now: Instant): boolean {
  const until = deadlineOf(of)
  return until !== undefined && until < now
}
