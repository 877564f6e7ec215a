import { type Instant, localDay, localInstant, plusDays, plusMinutes } from '../kernel/time'
import type { Person } from './person'

/** What is left of an hour that somebody registered is of use only for so long; a shorter window is asked whole. */
const LEAST_MIN = 30

const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

const weekdayOf = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay() || 7

/**
 * When somebody is free for the first time in [from, to), by the hours of the week that they registered.
 * @param to at most some weeks after `from`
 */
export function freeFrom(
  availability: Person['availability'],
  from: Instant,
  to: Instant,
): Instant | undefined {
  for (let at = from; localDay(at) <= localDay(to); at = plusDays(at, 1)) {
    const day = localDay(at)
    const on = (clock: string) => plusMinutes(localInstant(day, '00:00'), minutesOf(clock))
    const starts = availability
      .filter(({ weekday }) => weekday === weekdayOf(day))
      .flatMap((hours) => startIn(on(hours.from), on(hours.to), from, to) ?? [])
    if (starts.length > 0) return starts.sort()[0]
  }
  return undefined
}

/** Where [begin, end) and [from, to) have enough in common. */
function startIn(begin: Instant, end: Instant, from: Instant, to: Instant): Instant | undefined {
  const [start, stop] = [begin > from ? begin : from, end < to ? end : to]
  const least = plusMinutes(from, LEAST_MIN) < to ? LEAST_MIN : 0
  return start < stop && plusMinutes(start, least) <= stop ? start : undefined
}
