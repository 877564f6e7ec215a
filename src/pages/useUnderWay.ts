import { useMyNeeds } from '@/store/needs'
import type { NeedView } from '@/store/records'
import { stepOf } from '@/view/needStatus'

const ALL_DONE = 6

const waitsForMe = ({ need }: NeedView) => Number(need.status === 'served')

/** One's own needs that are not yet done; what waits for a rating comes first, for nobody else can give it. */
export const useUnderWay = (): NeedView[] =>
  useMyNeeds()
    .filter(({ need }) => (stepOf(need) ?? ALL_DONE) < ALL_DONE)
    .sort((a, b) => waitsForMe(b) - waitsForMe(a))
