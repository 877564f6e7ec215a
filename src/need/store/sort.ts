import { deadlineOf } from 'domain/need/deadline'
import type { NeedView } from '@/store/records'

const down = (a: string, b: string) => (a < b ? 1 : a > b ? -1 : 0)
const up = (a: string, b: string) => down(b, a)

const URGENCY = { high: 0, normal: 1, low: 2, unknown: 1 } as const

export const byNewest = (a: NeedView, b: NeedView) => down(a.need.placedAt, b.need.placedAt)
export const byChange = (a: NeedView, b: NeedView) => down(a.need.changedAt, b.need.changedAt)
export const byUrgency = (a: NeedView, b: NeedView) => URGENCY[a.need.urgency] - URGENCY[b.need.urgency]

/** What is late stands first, then what falls due next; what has no deadline any more comes last. */
export const byDeadline = (a: NeedView, b: NeedView) =>
  up(deadlineOf(a) ?? '9', deadlineOf(b) ?? '9') || byUrgency(a, b)

export const SORTS = { newest: byNewest, changed: byChange, deadline: byDeadline } as const
export type NeedSort = keyof typeof SORTS
