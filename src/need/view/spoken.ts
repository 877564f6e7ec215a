import type { Instant } from 'domain/kernel/time'
import type { NeedView } from '@/store/records'
import { needHeadline } from './headline'
import { titleOfNeed } from './needCard'

const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** 0…59 as people say it: 十, 十一, 二十五. */
function numeral(count: number): string {
  const [tens, ones] = [Math.floor(count / 10), count % 10]
  if (tens === 0) return DIGITS[ones] ?? ''
  return `${tens > 1 ? DIGITS[tens] : ''}十${ones > 0 ? DIGITS[ones] : ''}`
}

function partOfDay(hour: number): string {
  if (hour < 6) return '凌晨'
  if (hour < 12) return '上午'
  if (hour < 13) return '中午'
  return hour < 19 ? '下午' : '晚上'
}

function onDial(hour: number, minute: number): string {
  const shown = hour > 12 ? hour - 12 : hour
  const said = shown === 2 ? '两' : numeral(shown)
  const rest = minute === 0 ? '' : minute === 30 ? '半' : `${minute < 10 ? '零' : ''}${numeral(minute)}分`
  return `${said}点${rest}`
}

const clock = (hour: number, minute: number) => `${partOfDay(hour)}${onDial(hour, minute)}`

/** 上午九点到十一点半: the part of the day is said once where it is the same. */
function span([hour, minute, toHour, toMinute]: [number, number, number, number]): string {
  const to = partOfDay(hour) === partOfDay(toHour) ? onDial : clock
  return `${clock(hour, minute)}到${to(toHour, toMinute)}`
}

/** 一个半小时 */
function lasting(hours: number, minutes: number): string {
  const said = hours === 2 ? '两' : numeral(hours)
  if (minutes === 30) return `${said}个半小时`
  return `${said}个小时${minutes > 0 ? `${minutes < 10 ? '零' : ''}${numeral(minutes)}分` : ''}`
}

const DAYS = /(^|\D) ?([1-5]?\d) 天 ?/g
const LASTING = /(^|\D) ?([1-5]?\d) 小时(?: ([1-5]?\d) 分)? ?/g
const SPAN = / ?(\d{1,2}):(\d\d)–(\d{1,2}):(\d\d)(?!\d) ?/g
const TIME = / ?(\d{1,2}):(\d\d)(?!\d) ?/g

/** A sentence with its times as people say them: 今天 18:00 前回应 is 今天下午六点前回应. */
export const spokenTimes = (sentence: string): string =>
  sentence
    .replace(DAYS, (_, before, days) => `${before}${days === '2' ? '两' : numeral(Number(days))}天`)
    .replace(LASTING, (_, before, hours, minutes = 0) => before + lasting(Number(hours), Number(minutes)))
    .replace(SPAN, (_, ...at) => span([Number(at[0]), Number(at[1]), Number(at[2]), Number(at[3])]))
    .replace(TIME, (_, hour, minute) => clock(Number(hour), Number(minute)))

const MOST = 3

/** 念给我听: what is under way, the first few of it, in plain sentences. */
export function readAloud(underWay: readonly NeedView[], now: Instant): string {
  if (underWay.length === 0) return '您现在没有在办的事。要请人帮忙，点最上面的红色按钮。'
  const told = underWay.slice(0, MOST).map((view, index) => {
    const ordinal = underWay.length > 1 ? `第${numeral(index + 1)}件，` : ''
    return `${ordinal}${titleOfNeed(view)}。${spokenTimes(needHeadline(view, now))}。`
  })
  const rest = underWay.length > MOST ? '其他的，在“我的事”里。' : ''
  return `您有${saidCount(underWay.length)}件事在办。${told.join('')}${rest}`.replace(/([。？])。/g, '$1')
}

const saidCount = (count: number) => (count === 2 ? '两' : count < 100 ? numeral(count) : '很多')
