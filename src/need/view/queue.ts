import type { Instant } from 'domain/kernel/time'
import { activeAssignments } from 'domain/need/need'
import { awaits } from 'domain/need/status'
import { clockText } from '@/format/times'
import type { NeedView } from '@/store/records'
import type { Meta } from '@/ui/Metas'
import type { NeedCardProps } from '@/ui/NeedCard'
import { leftProps } from './deadline'

/** What stands in the place of the kind: 还剩 24 分要派出 as time runs out, before that 今天 17:30 前派出. */
export function queueLeft(view: NeedView, now: Instant): NeedCardProps['left'] {
  const left = leftProps(view, now)
  const { respondBy } = view.need
  if (!left || left.tone || awaits(view.need) !== 'dispatch') return left
  return { text: `${clockText(respondBy, now)} 前派出` }
}

/** Who is at it, and how many are asked for. */
export function queueMetas({ need }: NeedView): Meta[] {
  const holders = activeAssignments(need)
  const names = holders.map((each) => each.personName).join('、')
  const missing = need.headcount - holders.length
  const metas: Meta[] = []
  if (names) metas.push({ icon: 'user-check', text: names })
  if (need.headcount > 1 && missing > 0)
    metas.push({ icon: 'users', text: names ? `还差 ${missing} 人` : `要 ${need.headcount} 人` })
  return metas
}
