import { termsOf } from 'domain/category/category'
import { type Instant, minutesBetween } from 'domain/kernel/time'
import { deadlineOf, isLate } from 'domain/need/deadline'
import { awaits } from 'domain/need/status'
import { clockText, lineText, minutesLeft, spanText } from '@/format/times'
import type { NeedView } from '@/store/records'
import type { DeadlineProps } from '@/ui/Deadline'
import { deadlineTone } from '@/ui/deadlineTone'
import { statusFace } from '../status'
import { lastEvent } from './needStory'

/** When it was promised: with the order itself, at 重办, or anew when it was offered again. */
function promisedAt(view: NeedView): { at: Instant; by: string } {
  const { placedAt, dispatchedAt, respondBy, reopened } = view.need
  const again = reopened > 0 ? lastEvent(view, 'reopen')?.at : undefined
  const first = again ? { at: again, by: '要求重办' } : { at: placedAt, by: '提交' }
  const anew = minutesBetween(first.at, respondBy) > termsOf(view.need).respondWithinMin
  return awaits(view.need) === 'claim' && dispatchedAt && anew ? { at: dispatchedAt, by: '再派单' } : first
}

/** How much of the promised time is left: 1 at first, 0 or less once it is late. No words, for long queues. */
export function shareLeft(view: NeedView, now: Instant): number | undefined {
  const until = deadlineOf(view)
  if (!until) return undefined
  const [end, from] = [Date.parse(until), Date.parse(promisedAt(view).at)]
  const share = (end - Date.parse(now)) / Math.max(1, end - from)
  return isLate(view, now) ? share : Math.max(share, Number.MIN_VALUE)
}

function consequence({ need }: NeedView, late: boolean, asked: boolean): string {
  if (need.escalated) return late ? '上一级在跟进，进展都在这里' : '上一级也在看着'
  if (!asked) return '居民看到的是同一个时限'
  return late ? '等急了可以催一催' : '社区看到的是同一个时限'
}

/**
 * 时限卡: the promise that runs now, the same number for the resident and for those who work on it.
 * Nothing is promised before the community has it, nor of a session that is not held.
 * @param asked whether the reader is who asked for it
 */
export function deadlineProps(view: NeedView, now: Instant, asked = false): DeadlineProps | undefined {
  const until = deadlineOf(view)
  if (!until || view.local) return undefined
  const { need } = view
  const from = promisedAt(view)
  const left = minutesLeft(until, now)
  return {
    promise: `承诺${clockText(until, now)} 前${statusFace(need).promised}`,
    left: spanText(Math.max(1, Math.abs(left))), // nobody is 0 minutes late
    shareLeft: shareLeft(view, now) ?? 0,
    started: `${lineText(from.at, now)} ${from.by}`,
    consequence: consequence(view, isLate(view, now), asked),
    escalated: need.escalated,
  }
}

/** The same in one line, for who has taken it on: 承诺今天 18:00 前办好，还剩 7 小时 48 分. */
export function promiseLine(view: NeedView, now: Instant) {
  const props = deadlineProps(view, now)
  if (!props) return undefined
  const { promise, left, shareLeft } = props
  const tone = deadlineTone(shareLeft)
  return { promise, left: `${tone === 'late' ? '已超' : '还剩'} ${left}`, tone }
}

/** One line for a queue: 还剩 24 分要派出, or 已超 2 小时; amber in the last fifth. */
export function leftProps(view: NeedView, now: Instant) {
  const props = deadlineProps(view, now)
  if (!props) return undefined
  const tone = deadlineTone(props.shareLeft)
  if (tone === 'late') return { text: `已超 ${props.left}`, tone }
  return {
    text: `还剩 ${props.left}要${statusFace(view.need).todo}`,
    tone: tone === 'warn' ? tone : undefined,
  }
}
