import { useMyNeeds } from '@/store/needs'
import { isLate } from '@/store/order'
import type { NeedView } from '@/store/records'
import { serverNow } from '@/store/session'
import { stepOf } from '@/view/needStatus'

const ALL_DONE = 6

const rank = (view: NeedView) => (view.need.status === 'served' ? 0 : isLate(view, serverNow()) ? 1 : 2)

/**
 * One's own needs that are not yet done, newest first. Before them what is late, and before that what waits
 * for a rating, for nobody else can give it.
 */
export const useUnderWay = (): NeedView[] =>
  useMyNeeds()
    .filter(({ need }) => (stepOf(need) ?? ALL_DONE) < ALL_DONE)
    .sort((a, b) => rank(a) - rank(b))
