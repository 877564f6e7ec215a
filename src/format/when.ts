import { type Instant, localDay, localInstant, plusDays } from 'domain/kernel/time'
import type { WhenSpan } from 'domain/need/need'
import { dateText, localHour, weekdayText } from './times'

/** 尽快: what makes a need urgent. */
export const SOON = '尽快'

/** A time that suits, to tap: what is read on the chip, by others later, and by machines. */
export interface When {
  text: string
  /** Holds the date, for 今天 is another day when it is read tomorrow. */
  whenText: string
  whenSpan?: WhenSpan
}

export const PARTS = ['全天', '上午', '下午', '晚上'] as const
export type PartOfDay = (typeof PARTS)[number]

const HOURS: Record<PartOfDay, readonly [from: string, to: string]> = {
  全天: ['08:00', '21:00'],
  上午: ['08:00', '12:00'],
  下午: ['12:00', '18:00'],
  晚上: ['18:00', '21:00'],
}

/** After that hour there is too little left of a part of today. */
const LATEST: Record<PartOfDay, number> = { 全天: 0, 上午: 11, 下午: 17, 晚上: 20 }

/** A part of the day that `at` lies in. */
export function whenOf(at: Instant, part: PartOfDay): Omit<When, 'text'> {
  const [from, to] = HOURS[part].map((time) => localInstant(localDay(at), time)) as [Instant, Instant]
  return { whenText: dateText(at) + (part === '全天' ? '' : part), whenSpan: { from, to } }
}

/** What is tapped most. Of today only what is still to come. */
export function whenChoices(now: Instant): When[] {
  const hour = localHour(now)
  const evening = hour >= LATEST.上午 // before, the two others are enough
  const today = (['上午', '下午', ...(evening ? (['晚上'] as const) : [])] as const)
    .filter((part) => hour < LATEST[part])
    .map((part) => ({ text: `今天${part}`, ...whenOf(now, part) }))
  return [...today, { text: '明天', ...whenOf(plusDays(now, 1), '全天') }, { text: SOON, whenText: SOON }]
}

const FURTHER_DAYS = 7

/** The days after 明天: 后天, then 周五 27日 …; a part of the day is chosen with each. */
export const furtherDays = (now: Instant): { at: Instant; text: string }[] =>
  Array.from({ length: FURTHER_DAYS }, (_, index) => {
    const at = plusDays(now, index + 2)
    return { at, text: index === 0 ? '后天' : weekdayText(at) }
  })
