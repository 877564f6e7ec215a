import { type Instant, LOCAL_OFFSET_MS } from '../kernel/time'
import type { Person } from './person'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/** What is left of an hour that somebody registered is of use only for so long; a shorter window is asked whole. */
const LEAST_MS = 30 * MINUTE_MS

const msOf = (clock: string) => (Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))) * MINUTE_MS

/** Days since 1970-01-01, a Thursday, by the local calendar. */
const localDayNumber = (ms: number) => Math.floor((ms + LOCAL_OFFSET_MS) / DAY_MS)
const weekdayOf = (dayNumber: number) => ((dayNumber + 3) % 7) + 1

/**
 * When somebody is free for the first time in [from, to), by the hours of the week that they registered. Asked of
 * thousands at once, so it counts in milliseconds.
 * @param to at most some weeks after `from`
 */
export function freeFrom(
  availability: Person['availability'],
  from: Instant,
  to: Instant,
): Instant | undefined {
  const [begin, end] = [Date.parse(from), Date.parse(to)]
  for (let day = localDayNumber(begin); day <= localDayNumber(end); day++) {
    const midnight = day * DAY_MS - LOCAL_OFFSET_MS
    const starts = availability
      .filter(({ weekday }) => weekday === weekdayOf(day))
      .flatMap((hours) => startIn(midnight + msOf(hours.from), midnight + msOf(hours.to), begin, end) ?? [])
    if (starts.length > 0) return new Date(Math.min(...starts)).toISOString()
  }
  return undefined
}

/** Where [begin, end) and [from, to) have enough in common. */
function startIn(begin: number, end: number, from: number, to: number): number | undefined {
  const [start, stop] = [Math.max(begin, from), Math.min(end, to)]
  const least = from + LEAST_MS < to ? LEAST_MS : 0
  return start < stop && start + least <= stop ? start : undefined
}
