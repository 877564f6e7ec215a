import { isLate } from 'domain/deadline'
import { useMyNeeds } from '@/store/needs'
import type { NeedView } from '@/store/records'
import { serverNow } from '@/store/session'
import { stepOf } from '@/view/needStatus'

const ALL_DONE = 6

function rank(view: NeedView): number {
  if (view.local) return 0
  if (view.need.status === 'served') return 1
  return isLate(view.need, serverNow()) ? 2 : 3
}

/**
 * One's own needs that are not yet done, newest first. Before them what is late, before that what waits for a
 * rating, for nobody else can give it, and first of all what has just been ordered and not been sent yet.
 */
export const useUnderWay = (): NeedView[] =>
  useMyNeeds()
    .filter(({ need }) => (stepOf(need) ?? ALL_DONE) < ALL_DONE)
    .sort((a, b) => rank(a) - rank(b))
