import { type Category, EVENT_TYPES, finishWithin, type Urgency } from 'domain/category/category'
import type { Instant } from 'domain/kernel/time'
import { activeAssignments } from 'domain/need/need'
import { awaits } from 'domain/need/status'
import { clockText, lineText, spanText } from '@/format/times'
import { categoryOfNeed } from '@/store/catalogue'
import type { NeedView } from '@/store/records'
import { categoryIcon, type IconName } from '@/ui/icons'
import type { Meta } from '@/ui/Metas'
import type { NeedCardProps } from '@/ui/NeedCard'
import { statusFace } from '../status'
import { leftProps } from '../view/deadline'
import { titleOfNeed } from '../view/needCard'
import { listTone } from '../view/needStatus'

/** 网格事件: the five steps of a report that was collected in the field. */
export const EVENT_STEPS = ['采集', '研判', '分派', '处置', '反馈'] as const

/** The step under way; 6 when all are done, undefined for an event that ended otherwise. */
export const eventStep = ({ need, local }: Pick<NeedView, 'need' | 'local'>): number | undefined =>
  local ? 1 : statusFace(need).event?.step

/** Undefined: the marks 督办, 重办 and 待发送, and the other endings, are called as everywhere. */
function eventStatusText(view: NeedView): string | undefined {
  const marked = ['urge', 'redo', 'queued'].includes(listTone(view))
  return marked ? undefined : statusFace(view.need).event?.name
}

type EventType = { kind: string; text: string; icon: IconName }

const typeIcon = (of: { icon: string }) => categoryIcon({ ...of, kind: 'report' })

/** The six fixed types, as tiles. */
export const EVENT_TILES: EventType[] = EVENT_TYPES.map(({ name, icon }) => ({
  kind: name,
  text: name,
  icon: typeIcon({ icon }),
}))

const URGENCY_NAMES: Record<Urgency, string> = { low: '一般', normal: '较急', high: '紧急' }

/** 急不急, each with the time in which it is dealt with: 较急 24 小时. */
export const urgencyOptions = (category: Category | undefined) =>
  (Object.keys(URGENCY_NAMES) as Urgency[]).map((value) => ({
    value,
    text: category
      ? `${URGENCY_NAMES[value]} ${spanText(finishWithin(category, value))}`
      : URGENCY_NAMES[value],
  }))

/** One of 我上报的. */
export function eventCardProps(view: NeedView, now: Instant): NeedCardProps {
  const { need, local, waiting } = view
  const category = categoryOfNeed(need)
  const step = eventStep(view)
  return {
    kind: 'event',
    icon: EVENT_TILES.find(({ kind }) => kind === category.group)?.icon,
    label: [...new Set([category.group, category.name])].join(' · '),
    tone: listTone(view),
    statusText: eventStatusText(view),
    statusStep: step !== undefined && step <= EVENT_STEPS.length ? step : undefined,
    title: titleOfNeed(view),
    metas: eventMetas(view, now),
    look: local || waiting.length > 0 ? 'waiting' : undefined,
  }
}

/** Who deals with it and how long they have; of one that has ended, when. */
function eventMetas(view: NeedView, now: Instant): Meta[] {
  const { need, local } = view
  if (local) return [{ icon: 'clock', text: `${lineText(need.placedAt, now)} 写好` }]
  const by = activeAssignments(need).map((each) => each.personName)
  const left = leftProps(view, now)
  const metas: Meta[] = []
  if (by.length > 0)
    metas.push({
      icon: 'building-community',
      text: `${by.join('、')}${awaits(need) === 'finish' ? ' 已到场' : ' 已接单'}`,
    })
  if (left) metas.push({ icon: 'hourglass', text: left.text })
  if (awaits(need) === 'rate') metas.push({ icon: 'clock', text: '办好了，看一看再确认' })
  if (need.closedAt) metas.push({ icon: 'clock', text: `${clockText(need.closedAt, now)} 结案` })
  else if (by.length === 0 && left)
    metas.push({ icon: 'clock', text: `${lineText(need.placedAt, now)} 上报` })
  return metas
}
