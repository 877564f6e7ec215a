import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'
import { NO_TIME } from 'domain/kernel/reading'
import type { Instant } from 'domain/kernel/time'

dayjs.extend(utc)

const LOCAL_OFFSET_HOURS = 8 // China, without `Intl`, which a mini-program may lack
/** Its UTC fields are those of China; `utcOffset` says the same and takes three times as long. */
const local = (at: Instant) => dayjs.utc(at).add(LOCAL_OFFSET_HOURS, 'hour')

const DAY_NAMES: Record<number, string> = { [-2]: '前天', [-1]: '昨天', 0: '今天', 1: '明天', 2: '后天' }
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const

const daysFrom = (now: Instant, at: Instant) =>
  local(at).startOf('day').diff(local(now).startOf('day'), 'day')

/** 今天, 明天, 3月18日, and with the year where it is another: the day as people say it. */
export function dayText(at: Instant, now: Instant): string {
  if (at >= NO_TIME) return '时间更新后看'
  const near = DAY_NAMES[daysFrom(now, at)]
  if (near) return near
  return local(at).format(local(at).year() === local(now).year() ? 'M月D日' : 'YYYY年M月D日')
}

/** 11月23日, for words that others read on another day. */
export const dateText = (at: Instant) => local(at).format('M月D日')

export const hourText = (at: Instant) => (at < NO_TIME ? local(at).format('HH:mm') : '')

/** 今天 18:00 */
export const clockText = (at: Instant, now: Instant) => `${dayText(at, now)} ${hourText(at)}`.trim()

/** In a timeline, where most lines are of today: 09:35, otherwise 昨天 09:35. */
export const lineText = (at: Instant, now: Instant) =>
  daysFrom(now, at) === 0 ? hourText(at) : clockText(at, now)

/** 周四 */
export const weekday = (at: Instant) => WEEKDAYS[local(at).day()]

/** 周五 27日 */
export const weekdayText = (at: Instant) => `${WEEKDAYS[local(at).day()]} ${local(at).format('D日')}`

/** 周四 11月26日 19:30–21:00 */
export const sittingText = (from: Instant, to: Instant) =>
  `${weekday(from)} ${local(from).format('M月D日 HH:mm')}–${hourText(to)}`

/** 刚刚, 8 分钟前, 3 小时前, 昨天, 3月18日 */
export function agoText(at: Instant, now: Instant): string {
  const minutes = dayjs(now).diff(at, 'minute')
  if (minutes < 1) return '刚刚'
  if (minutes < 60) return `${minutes} 分钟前`
  if (daysFrom(now, at) === 0) return `${Math.floor(minutes / 60)} 小时前`
  return dayText(at, now)
}

/** How long that is: 24 分, 8 小时 19 分, 3 天 2 小时. */
export function spanText(minutes: number): string {
  const whole = Math.max(0, Math.floor(minutes))
  const [days, hours, rest] = [Math.floor(whole / 1440), Math.floor(whole / 60) % 24, whole % 60]
  if (days > 0) return hours > 0 ? `${days} 天 ${hours} 小时` : `${days} 天`
  if (hours > 0) return rest > 0 ? `${hours} 小时 ${rest} 分` : `${hours} 小时`
  return `${rest} 分`
}

export const minutesLeft = (until: Instant, now: Instant) => dayjs(until).diff(now, 'minute', true)

export const localHour = (at: Instant) => local(at).hour()

/** 早上好, by the hour in China. */
export function greeting(now: Instant): string {
  const hour = localHour(now)
  if (hour < 5) return '夜深了'
  if (hour < 11) return '早上好'
  if (hour < 13) return '中午好'
  return hour < 18 ? '下午好' : '晚上好'
}
