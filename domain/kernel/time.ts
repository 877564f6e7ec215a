/** A moment: ISO 8601 in UTC with milliseconds, such as `2026-03-18T01:46:00.000Z`. */
export type Instant = string

const MINUTE = 60_000
/** China has one time zone and no summer time. */
export const LOCAL_OFFSET_MS = 8 * 60 * MINUTE

export const minutesBetween = (from: Instant, to: Instant) =>
  Math.round((Date.parse(to) - Date.parse(from)) / MINUTE)

export const plusMinutes = (at: Instant, minutes: number): Instant =>
  new Date(Date.parse(at) + minutes * MINUTE).toISOString()

export const plusDays = (at: Instant, days: number): Instant => plusMinutes(at, days * 24 * 60)

/** The local calendar day at +08:00, as `YYYY-MM-DD`; the phone may lack `Intl`. */
export const localDay = (at: Instant) => new Date(Date.parse(at) + LOCAL_OFFSET_MS).toISOString().slice(0, 10)

/** The moment of a local day and time at +08:00, such as (`2026-03-18`, `09:30`). */
export const localInstant = (day: string, time: string): Instant =>
  new Date(`${day}T${time}:00.000+08:00`).toISOString()

/** `at`, moved into [from, to]: what a phone's clock says is believed only as far as it can be true. */
export function clampInstant(at: Instant, from: Instant, to: Instant): Instant {
  if (at > to) return to
  return at < from ? from : at
}
