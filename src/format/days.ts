import { type Instant, localDay, localInstant, plusDays } from 'domain/kernel/time'
import { SOON } from './when'

export const DAY_CHOICES = ['today', 'tomorrow', 'weekend', 'week'] as const
export type DayChoice = (typeof DAY_CHOICES)[number]
export const DAY_CHOICE_NAMES: Record<DayChoice, string> = {
  today: '今天',
  tomorrow: '明天',
  weekend: '这个周末',
  week: '七天内',
}

interface Span {
  from: Instant
  to: Instant
}

const SATURDAY = 6
/** Days are counted from here; within one of them nothing of this changes. */
export const dayStart = (at: Instant) => localInstant(localDay(at), '00:00')
/** 0 is Sunday, in China. */
const weekday = (at: Instant) => new Date(`${localDay(at)}T00:00:00Z`).getUTCDay()

/** From the beginning of the first day to the end of the last. On a Sunday the weekend is what is left of it. */
export function spanOf(choice: DayChoice, now: Instant): Span {
  const span = (first: number, days: number) => ({
    from: dayStart(plusDays(now, first)),
    to: dayStart(plusDays(now, first + days)),
  })
  if (choice === 'today') return span(0, 1)
  if (choice === 'tomorrow') return span(1, 1)
  if (choice === 'week') return span(0, 7)
  const today = weekday(now)
  return today === 0 ? span(0, 1) : span(SATURDAY - today, 2)
}

const overlaps = (a: Span, b: Span) => a.from < b.to && b.from < a.to

/** Whether a need may be served then: any time that suits lies in it, or none was named. */
export function suits(
  { whenText, whenSpan }: { whenText?: string | undefined; whenSpan?: Span | undefined },
  choice: DayChoice,
  now: Instant,
): boolean {
  if (whenSpan) return overlaps(whenSpan, spanOf(choice, now))
  if (whenText === SOON) return spanOf(choice, now).from <= now
  return whenText === undefined
}

/** Whether one of the sittings begins then. */
export const beginsIn = (sittings: readonly { startsAt: Instant }[], choice: DayChoice, now: Instant) => {
  const { from, to } = spanOf(choice, now)
  return sittings.some(({ startsAt }) => startsAt >= from && startsAt < to)
}
