import type { Instant } from 'domain/kernel/time'
import { isLate } from 'domain/need/deadline'
import { activeAssignments, type Need } from 'domain/need/need'
import { awaits } from 'domain/need/status'
import type { NeedView } from '@/store/records'
import { deadlineTone } from '@/ui/deadlineTone'
import type { IconName } from '@/ui/icons'
import { shareLeft } from '../view/deadline'

/** The figures over the queue; a tap on one shows only its needs. */
export type Figure = 'placed' | 'soon' | 'late' | 'redo'

export const FIGURES: Record<Figure, { text: string; icon?: IconName; tone?: 'warn' | 'late' }> = {
  placed: { text: '待派单' },
  soon: { text: '快超时', icon: 'hourglass', tone: 'warn' },
  late: { text: '已超时', icon: 'clock', tone: 'late' },
  redo: { text: '重办', icon: 's-redo' },
}
export const FIGURE_NAMES = Object.keys(FIGURES) as Figure[]

const IN: Record<Figure, (view: NeedView, now: Instant) => boolean> = {
  placed: ({ need }) => awaits(need) === 'dispatch',
  soon: (view, now) => {
    const share = shareLeft(view, now)
    return share !== undefined && deadlineTone(share) === 'warn'
  },
  late: isLate,
  redo: ({ need }) => need.reopened > 0,
}

export const inFigure = (view: NeedView, figure: Figure, now: Instant) => IN[figure](view, now)

export const figuresOf = (queue: NeedView[], now: Instant): Record<Figure, number> => {
  const count = (figure: Figure) => queue.filter((view) => inFigure(view, figure, now)).length
  return { placed: count('placed'), soon: count('soon'), late: count('late'), redo: count('redo') }
}

/** Not dispatched yet; or nobody came in the time promised, and it was not offered again since. */
export const waitsForDispatch = (view: NeedView, now: Instant) =>
  awaits(view.need) === 'dispatch' || (isLate(view, now) && nobodyCame(view.need))

const nobodyCame = (need: Need) =>
  awaits(need) === 'claim' &&
  activeAssignments(need).length === 0 &&
  (need.dispatchedAt ?? need.placedAt) <= need.respondBy
