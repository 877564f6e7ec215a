import type { Instant } from 'domain/kernel/time'
import { isLate } from 'domain/need/deadline'
import { awaits } from 'domain/need/status'
import { useNow } from '@/store/clock'
import type { NeedView } from '@/store/records'
import { useMyNeeds } from './store/needs'
import { stepOf } from './view/needStatus'

const ALL_DONE = 6

function rank(view: NeedView, now: Instant): number {
  if (view.local) return 0
  if (awaits(view.need) === 'rate') return 1
  return isLate(view, now) ? 2 : 3
}

/**
 * One's own needs that are not yet done, newest first. Before them what is late, before that what waits for a
 * rating, for nobody else can give it, and first of all what has just been ordered and not been sent yet.
 */
export function useUnderWay(): NeedView[] {
  const now = useNow()
  return useMyNeeds()
    .filter(({ need }) => (stepOf(need) ?? ALL_DONE) < ALL_DONE)
    .sort((a, b) => rank(a, now) - rank(b, now))
}
