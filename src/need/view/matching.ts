import { type Instant, localDay, plusDays } from 'domain/kernel/time'
import type { Match, MatchReason, Nearness } from 'domain/need/matching'
import { freeFrom } from 'domain/person/availability'
import type { Person } from 'domain/person/person'
import { dayText, hourText, localHour, weekday } from '@/format/times'
import { skillNamesOf } from '@/store/catalogue'
import type { Reason } from '@/ui/Reasons'

type Of<A extends MatchReason['about']> = Extract<MatchReason, { about: A }>

/** Of theirs two are named, of those they lack the one that counts most. */
const named = ({ skills, mind }: Of<'skill'>) => skillNamesOf(skills.slice(0, mind ? 1 : 2)).join('、')

const partOfDay = (at: Instant) => {
  const hour = localHour(at)
  if (hour < 12) return '上午'
  return hour < 18 ? '下午' : '晚上'
}

/** 今天下午, 明天上午, 周六下午: within a week, for hours that somebody registered by weekday. */
export function halfDayText(at: Instant, now: Instant): string {
  const near = [now, plusDays(now, 1)].some((day) => localDay(day) === localDay(at))
  return `${near ? dayText(at, now) : weekday(at)}${partOfDay(at)}`
}

const loadText = (carrying: number, few: string) => {
  if (carrying === 0) return '手上没有单'
  return carrying === 1 ? `手上${few} 1 单` : `手上 ${carrying} 单`
}
const fullText = (carrying: number) => (carrying > 0 ? `手上 ${carrying} 单，已到上限` : '现在不接单')

const NEAR: Record<Nearness, [toHelper: string, toDispatcher: string]> = {
  grid: ['就在您的网格', '同一网格'],
  community: ['就在您的社区', '同社区'],
  town: ['在邻近社区', '邻近社区'],
  far: ['离您的社区比较远', '离得比较远'],
}

export function nearText({ reasons }: Match): string | undefined {
  const reason = reasons.find(({ about }) => about === 'near') as Of<'near'> | undefined
  return reason && reason.near !== 'far' ? NEAR[reason.near][1] : undefined
}

/** 今天下午有空, by the hours that they registered. */
export function freeText({ availability, capacity }: Person, carrying: number, now: Instant): string {
  if (carrying >= capacity) return capacity > 0 ? '办完手上的单再推荐' : '现在不接单'
  if (availability.length === 0) return '有空就来看看'
  const at = freeFrom(availability, now, plusDays(now, 7))
  if (!at) return '有空就来看看'
  return at === now ? `${halfDayText(at, now)}有空` : `${halfDayText(at, now)}才有空`
}

/** Why a need is recommended to whom it is told, and what they should mind. */
export const reasonsForHelper = ({ reasons }: Match, now: Instant): Reason[] =>
  reasons.map((reason) => {
    if (reason.about === 'skill') {
      const text = reason.mind ? `要会${named(reason)}，您还没登记` : `正好是您会的：${named(reason)}`
      return { icon: 'tool', text, mind: reason.mind }
    }
    if (reason.about === 'near') return { icon: 'walk', text: NEAR[reason.near][0], mind: reason.mind }
    return { icon: 'calendar-time', text: yourTime(reason, now), mind: reason.mind }
  })

function yourTime({ free, at, carrying, full }: Of<'time'>, now: Instant): string {
  if (full) return fullText(carrying)
  const load = loadText(carrying, '只有')
  if (free === 'unknown') return load
  if (free === 'no') return at ? `您登记的是${halfDayText(at, now)}有空` : '您没有登记这个时间有空'
  if (free === 'now') return `您现在有空，${load}`
  if (free === 'wait' && at) return `您${halfDayText(at, now)}才有空，这一单比较急`
  return `您${at ? halfDayText(at, now) : ''}登记了有空，${load}`
}

/** Why somebody stands where they stand among the candidates, in few words. */
export const reasonsForDispatcher = ({ reasons }: Pick<Match, 'reasons'>, now: Instant): Reason[] =>
  reasons.map((reason) => {
    if (reason.about === 'skill') {
      const text = reason.mind ? `没登记${named(reason)}` : named(reason)
      return { icon: 'tool', text, mind: reason.mind }
    }
    if (reason.about === 'near') return { icon: 'walk', text: NEAR[reason.near][1], mind: reason.mind }
    return { icon: 'calendar-time', text: theirTime(reason, now), mind: reason.mind }
  })

function theirTime({ free, at, carrying, full }: Of<'time'>, now: Instant): string {
  if (full) return fullText(carrying)
  const load = loadText(carrying, '')
  if (free === 'unknown') return load
  if (free === 'now') return `现在有空，${load}`
  if (!at) return '这段时间没空'
  const today = localDay(at) === localDay(now)
  if (free === 'wait' || free === 'no') return today ? `${clock(at)}后有空` : `${halfDayText(at, now)}才有空`
  return `${halfDayText(at, now)}有空，${load}`
}

/** 11 点, 19:30 */
const clock = (at: Instant) => {
  const text = hourText(at)
  return text.endsWith(':00') ? `${Number(text.slice(0, 2))} 点` : `${text} `
}

/** Of a team: how many of those whom this phone knows can do it. */
export const teamReasons = (able: number): Reason[] => [
  { icon: 'users', text: `${able} 人会这个，谁先接谁去` },
]
