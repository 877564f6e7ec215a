import { type Instant, plusMinutes } from 'domain/kernel/time'
import { deadlineOf, isLate } from 'domain/need/deadline'
import { activeAssignments, type Need, type NeedStatus } from 'domain/need/need'
import { clockText, lineText } from '@/format/times'
import { movedSitting } from '@/listing/view/sitting'
import type { NeedView } from '@/store/records'
import { holderNames } from './names'
import { lastEvent } from './needStory'

/** So long after 出发 somebody may still be on the way; nobody has to say when they arrive. */
const ON_THE_WAY_MIN = 30

const missing = (need: Need) => need.headcount - activeAssignments(need).length

const taken = (need: Need) => `${holderNames(need)}已接单，还差 ${missing(need)} 人`

function serving(need: Need, now: Instant): string {
  const { startedAt } = need
  if (startedAt && now < plusMinutes(startedAt, ON_THE_WAY_MIN))
    return `${holderNames(need)}正在路上，${lineText(startedAt, now)} 出发的`
  return `${holderNames(need)}正在办，办好了请您确认`
}

const isTaken = (need: Need) => activeAssignments(need).length > 0

type Tell = (view: NeedView, now: Instant) => string

/** To who asked for it. */
const TOLD: Record<NeedStatus, Tell> = {
  placed: ({ need }, now) => {
    if (need.reopened > 0) return '收到，会换一位来看。您不用再说一遍'
    const until = deadlineOf(need)
    if (!until) return '社区已收到'
    if (!isLate(need, now)) return `社区已收到，${clockText(until, now)} 前回应`
    return need.escalated ? '社区已收到，上一级也在督办' : '社区已收到，回应晚了，可以催一催'
  },
  dispatched: ({ need }) => {
    if (isTaken(need)) return taken(need)
    return need.kind === 'service' ? '报上名了，等主办方跟您确认' : '社区正在找人接单'
  },
  claimed: ({ need }) => `${holderNames(need)}已接单，会跟您约时间`,
  serving: ({ need }, now) => serving(need, now),
  served: (view) => `${finisher(view)}说办好了，${isItDone(view)}`,
  closed: ({ need }) => {
    if (!need.rating) return '已办结，没办好还可以重办'
    return need.rating.score > 2 ? '已办结，谢谢您的评价' : '已办结，您的意见社区看得到'
  },
  rejected: () => '这件事社区没有受理，原因写在下面',
  withdrawn: () => '已撤单，需要时再点就行',
  merged: () => '和另一单是同一件事，已并在一起办',
  unknown: () => '这一单有了新进展，更新小程序后看得到',
}

/** To everybody else, where that differs. */
const TOLD_OTHERS: Partial<Record<NeedStatus, Tell>> = {
  placed: ({ need }, now) => {
    const until = deadlineOf(need)
    if (!until) return '等社区派单'
    return isLate(need, now) ? '等社区派单，已经晚了' : `等社区派单，${clockText(until, now)} 前回应`
  },
  dispatched: ({ need, mine }) => {
    if (mine?.as.includes('invited')) return `社区请您来帮忙，还差 ${missing(need)} 人`
    if (isTaken(need)) return taken(need)
    if (need.kind === 'service') return '等主办方确认'
    return need.headcount > 1 ? `等 ${need.headcount} 位来帮忙` : '等一位来帮忙'
  },
  claimed: ({ need }) => `${holderNames(need)}已接单`,
  serving: ({ need }, now) => serving(need, now).replace('，办好了请您确认', ''),
  served: () => '办好了，等居民评价',
  closed: () => '已办结',
  rejected: () => '社区没有受理',
  withdrawn: () => '已撤单',
}

/** Who placed it for somebody without an account rates in their stead. */
const isItDone = ({ need: { placedFor }, mine }: NeedView) =>
  placedFor && mine?.as.includes('placer') ? `问问${placedFor.alias}行不行？` : '您看行不行？'

const finisher = (view: NeedView) => lastEvent(view, 'finish')?.byName ?? '帮忙的人'

/** The requester confirms and rates; who placed it for them, or asked for the same, waits for that with them. */
function tellOf({ need, mine }: NeedView): Tell {
  const is = mine?.as ?? []
  const rates = ['serving', 'served', 'closed'].includes(need.status)
  const asked = rates
    ? is.includes('requester')
    : is.some((each) => ['requester', 'placer', 'asker'].includes(each))
  return (asked ? undefined : TOLD_OTHERS[need.status]) ?? TOLD[need.status] ?? TOLD.unknown
}

/** The first line of a need: what is the case now, in one sentence (先说结果，再给细节). */
export function needHeadline(view: NeedView, now: Instant): string {
  if (view.local) return '已存好，联网后自动送出。现在可以关掉手机'
  if (view.waiting.some((each) => each.action === 'claim')) return '已替您报名接单，送到后就知道结果'
  const moved = movedSitting(view)
  if (moved) return moved.now ? `这一场改到${moved.now}，看看合不合适` : '这一场取消了，名额可以退掉'
  return tellOf(view)(view, now)
}

/** Below this many characters a line reads well as it is. */
const SHORT = 9

/** A sentence in two lines of its own, broken at the comma nearest to its middle. */
export function inLines(text: string): string[] {
  const commas = text.split('').flatMap((sign, at) => ('，。'.includes(sign) ? [at + 1] : []))
  const inner = commas.filter((at) => at > 2 && at < text.length)
  if (text.length <= SHORT || inner.length === 0) return [text]
  const middle = (at: number) => Math.abs(at - text.length / 2)
  const at = inner.reduce((best, each) => (middle(each) < middle(best) ? each : best))
  return [text.slice(0, at), text.slice(at)]
}
