import { KIND_NAMES } from 'domain/category/category'
import { startOf } from 'domain/kernel/grapheme'
import type { Instant } from 'domain/kernel/time'
import { deadlineOf } from 'domain/need/deadline'
import { activeAssignments, hasRoom, type Need } from 'domain/need/need'
import { isOpen } from 'domain/need/status'
import { agoText, clockText } from '@/format/times'
import { categoryOfNeed } from '@/store/catalogue'
import type { NeedView } from '@/store/records'
import { categoryIcon } from '@/ui/icons'
import type { NeedCardProps } from '@/ui/NeedCard'
import type { NeedRowProps } from '@/ui/NeedRow'
import { promiseLine } from './deadline'
import { needHeadline } from './headline'
import { listTone, stepOf } from './needStatus'

/** On a card 问题 says enough of 问题上报. */
const SHORT_NAMES = { ...KIND_NAMES, report: '问题', service: '服务' }

/** 求助 · 水管下水 */
export const categoryLabel = (of: Pick<Need, 'kind' | 'categoryCode' | 'terms'>) =>
  [...new Set([SHORT_NAMES[of.kind] ?? SHORT_NAMES.unknown, categoryOfNeed(of).name])].join(' · ')

/** What somebody may read of it: its own words for those who know them, otherwise what the public reads. */
export const titleOfNeed = ({ whole, need, summary }: NeedView) =>
  (whole ? need.title : summary.text) || categoryLabel(need)

/** Places taken and free while it is under way, where more than one is needed or one is still open. */
export const slotsOf = (need: Need): NeedCardProps['slots'] => {
  const holders = activeAssignments(need)
  if (!isOpen(need) || (need.headcount === 1 && !hasRoom(need))) return undefined
  return {
    total: need.headcount,
    taken: holders.length,
    letters: holders.map((each) => startOf(each.personName, 1)),
    text: need.kind === 'wish' && holders.length === 0 ? waitedFor(need.headcount) : undefined,
  }
}

const waitedFor = (count: number) => `等${count === 1 ? '一' : ` ${count} `}位认领人`

/** @param place the name of its grid or community, as the area tree has it */
export function needCardProps(view: NeedView, now: Instant, place?: string): NeedCardProps {
  const { need, summary, local, waiting } = view
  return {
    kind: need.kind,
    icon: categoryIcon(categoryOfNeed(need)),
    label: categoryLabel(need),
    tone: listTone(view),
    title: titleOfNeed(view),
    place,
    time: summary.whenText,
    slots: slotsOf(need),
    age: agoText(need.placedAt, now),
    look: local || waiting.length > 0 ? 'waiting' : undefined,
  }
}

/** One line of 我的点单: how far it is, and what was promised. */
export function needRowProps(view: NeedView, now: Instant): Omit<NeedRowProps, 'onTap'> {
  const step = stepOf(view.need)
  const text = needHeadline(view, now)
  return {
    title: titleOfNeed(view),
    tone: listTone(view),
    progress: step === undefined ? undefined : { step, text, ...promiseBeside(text, view, now) },
  }
}

/** The hour that was promised, once it is near how little is left, then how late it is; nothing twice. */
function promiseBeside(text: string, view: NeedView, now: Instant) {
  const until = deadlineOf(view)
  const line = view.local ? undefined : promiseLine(view, now)
  if (!until || !line || text.includes(clockText(until, now))) return undefined
  return line.tone === 'ok'
    ? { promise: `承诺${clockText(until, now)} 前` }
    : { promise: line.left, promiseTone: line.tone }
}
