import type { Need } from 'domain/need/need'
import { awaits, isOpen, STATUSES } from 'domain/need/status'
import type { NeedView } from '@/store/records'
import type { StatusTone } from '@/ui/StatusTag'
import { statusFace } from '../status'

/** What a list shows: the marks 待发送, 督办 and 重办 stand before the status while it is under way. */
export function listTone({ need, local }: NeedView): StatusTone {
  if (local) return 'queued'
  if (isOpen(need) && need.escalated) return 'urge'
  if (awaits(need) === 'dispatch' && need.reopened > 0) return 'redo'
  return statusFace(need).tone
}

/** Which of the five steps is under way; 6 when all are done, undefined for one that ended otherwise. */
export const stepOf = ({ status }: Pick<Need, 'status'>): number | undefined => STATUSES[status].step
