import { type Instant, plusDays } from 'domain/time'
import { dateText, localHour } from './times'

/** 尽快: what makes a need urgent. */
export const SOON = '尽快'

/**
 * Times that suit, to tap. The text holds the date, for 今天 is another day when it is read tomorrow.
 * Of today only what is still to come.
 */
export function whenChoices(now: Instant): { value: string; text: string }[] {
  const hour = localHour(now)
  const today = dateText(now)
  return [
    { value: SOON, text: SOON },
    ...(hour < 11 ? [{ value: `${today}上午`, text: '今天上午' }] : []),
    ...(hour < 17 ? [{ value: `${today}下午`, text: '今天下午' }] : []),
    ...(hour >= 11 && hour < 20 ? [{ value: `${today}晚上`, text: '今天晚上' }] : []),
    { value: dateText(plusDays(now, 1)), text: '明天' },
    { value: '都可以', text: '都可以' },
  ]
}
