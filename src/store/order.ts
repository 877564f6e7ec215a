import type { Instant } from 'domain/time'
import type { NeedView } from './records'

/** The promise that runs now: to find somebody, then to have it done. None once it is served or ended. */
export function deadlineOf({ need }: NeedView): Instant | undefined {
  if (need.status === 'placed' || need.status === 'dispatched') return need.respondBy
  return need.status === 'claimed' || need.status === 'serving' ? need.finishBy : undefined
}

export const isLate = (view: NeedView, now: Instant) => (deadlineOf(view) ?? now) < now

const down = (a: string, b: string) => (a < b ? 1 : a > b ? -1 : 0)
const up = (a: string, b: string) => down(b, a)

const URGENCY = { high: 0, normal: 1, low: 2 } as const

export const byNewest = (a: NeedView, b: NeedView) => down(a.need.placedAt, b.need.placedAt)
export const byChange = (a: NeedView, b: NeedView) => down(a.need.changedAt, b.need.changedAt)
export const byUrgency = (a: NeedView, b: NeedView) => URGENCY[a.need.urgency] - URGENCY[b.need.urgency]

/** What is late stands first, then what falls due next; what has no deadline any more comes last. */
export const byDeadline = (a: NeedView, b: NeedView) =>
  up(deadlineOf(a) ?? '9', deadlineOf(b) ?? '9') || byUrgency(a, b)

export const ORDERS = { newest: byNewest, changed: byChange, deadline: byDeadline } as const
export type NeedOrder = keyof typeof ORDERS
