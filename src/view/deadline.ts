import type { Instant } from 'domain/time'
import type { DeadlineProps } from '@/components/Deadline'
import { deadlineOf } from '@/store/order'
import type { NeedView } from '@/store/records'
import { clockText, minutesLeft, spanText } from './times'

/** 时限卡: the promise that runs now, the same number for the resident and for those who work on it. */
export function deadlineProps(view: NeedView, now: Instant): DeadlineProps | undefined {
  const until = deadlineOf(view)
  if (!until) return undefined
  const { need } = view
  const answering = until === need.respondBy
  const left = minutesLeft(until, now)
  const whole = minutesLeft(until, need.placedAt)
  return {
    promise: `承诺${clockText(until, now)} 前${answering ? '有人回应' : '办好'}`,
    left: spanText(Math.abs(left)),
    shareLeft: whole > 0 ? left / whole : 0,
    started: `${clockText(need.placedAt, now)} 提交`,
    consequence: need.escalated ? '已转上一级督办' : '社区和您看到的是同一个时限',
  }
}

/** One line for a queue: 还剩 24 分, or 已超 2 小时; amber in the last fifth. */
export function leftProps(view: NeedView, now: Instant) {
  const until = deadlineOf(view)
  if (!until) return undefined
  const left = minutesLeft(until, now)
  const what = until === view.need.respondBy ? '派出' : '办好'
  if (left < 0) return { text: `已超 ${spanText(-left)}`, tone: 'late' as const }
  const soon = left <= minutesLeft(until, view.need.placedAt) / 5
  return { text: `还剩 ${spanText(left)}要${what}`, tone: soon ? ('warn' as const) : undefined }
}
