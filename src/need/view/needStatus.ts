import type { Need, NeedStatus } from 'domain/need/need'
import type { NeedView } from '@/store/records'
import type { StatusTone } from '@/ui/StatusTag'

const TONES: Record<NeedStatus, StatusTone> = {
  placed: 'dispatch',
  dispatched: 'claim',
  claimed: 'claimed',
  serving: 'serving',
  served: 'rate',
  closed: 'done',
  rejected: 'rejected',
  withdrawn: 'withdrawn',
  merged: 'merged',
  unknown: 'other',
}

export const statusTone = (need: Pick<Need, 'status'>): StatusTone => TONES[need.status] ?? TONES.unknown

/** What a list shows: the marks 待发送, 督办 and 重办 stand before the status while it is under way. */
export function listTone({ need, local }: NeedView): StatusTone {
  if (local) return 'queued'
  const underWay = ['placed', 'dispatched', 'claimed', 'serving'].includes(need.status)
  if (underWay && need.escalated) return 'urge'
  if (need.status === 'placed' && need.reopened > 0) return 'redo'
  return statusTone(need)
}

/** Which of the five steps is under way; 6 when all are done, undefined for one that ended otherwise. */
export function stepOf(need: Pick<Need, 'status'>): number | undefined {
  const at = ['placed', 'dispatched', 'claimed', 'serving', 'served', 'closed'].indexOf(need.status)
  return at < 0 ? undefined : at + 1
}
