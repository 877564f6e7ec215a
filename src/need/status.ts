import { type Instant, plusMinutes } from 'domain/kernel/time'
import { deadlineOf, isLate } from 'domain/need/deadline'
import { activeAssignments, type Need } from 'domain/need/need'
import type { Relation } from 'domain/need/relations'
import type { NeedStatus, StatusRules } from 'domain/need/status'
import { clockText, lineText } from '@/format/times'
import type { NeedView } from '@/store/records'
import type { IconName } from '@/ui/icons'
import type { StatusTone } from '@/ui/StatusTag'
import { holderNames } from './view/names'
import { lastEvent } from './view/needStory'

type Tell = (view: NeedView, now: Instant) => string

interface AnyStatus {
  tone: StatusTone
  /** What is the case, in one sentence, to who asked for it; `others` where it differs for everybody else. */
  told: Tell
  others?: Tell
  /** Whether all who asked for it are told so, or only who rates it. */
  toldTo: 'askers' | 'requester'
}

/** While a step is awaited: in the timeline, the dot of the step under way and what comes next. */
interface Awaiting {
  nowIcon: IconName
  next: (view: NeedView) => string
  /** On the dot of what comes next, where that is no face yet. */
  nextIcon?: IconName
}

interface Promising {
  /** What was promised until its deadline. */
  promised: string
  /** What is to be done until then. */
  todo: string
}

/** 网格事件 have five steps of their own, and past them when all are done. */
interface EventStep {
  event: { step: number; name: string }
}

interface Otherwise {
  /** Over the words with which the action ended it; or it goes on in another need. */
  ending: { head: string; by: 'reject' | 'withdraw' } | 'inAnother'
}

export type StatusFace = AnyStatus & Partial<Awaiting & Promising & EventStep & Otherwise>

type If<Rule, Has, Face> = Rule extends Has ? Face : unknown
/** All that people read of one status. What its rule makes necessary is missing only against the type. */
type FaceOf<Rule> = AnyStatus &
  If<Rule, { awaits: string }, Awaiting> &
  If<Rule, { promise: string }, Promising> &
  If<Rule, { step: number }, EventStep> &
  If<Rule, { end: 'otherwise' }, Otherwise>

/** So long after 出发 somebody may still be on the way; nobody has to say when they arrive. */
const ON_THE_WAY_MIN = 30

const missing = (need: Need) => need.headcount - activeAssignments(need).length
const isTaken = (need: Need) => activeAssignments(need).length > 0
const taken = (need: Need) => `${holderNames(need)}已接单，还差 ${missing(need)} 人`
const is = ({ mine }: NeedView, relation: Relation) => mine?.as.includes(relation) ?? false

function serving(need: Need, now: Instant): string {
  const { startedAt } = need
  if (startedAt && now < plusMinutes(startedAt, ON_THE_WAY_MIN))
    return `${holderNames(need)}正在路上，${lineText(startedAt, now)} 出发的`
  return `${holderNames(need)}正在办，办好了请您确认`
}

const finisher = (view: NeedView) => lastEvent(view, 'finish')?.byName ?? '帮忙的人'

/** Who placed it for somebody without an account rates in their stead. */
const isItDone = (view: NeedView) =>
  view.need.placedFor && is(view, 'placer') ? `问问${view.need.placedFor.alias}行不行？` : '您看行不行？'

/** 状态: all that people read of each; cards, headline, timeline and deadlines are made of this. */
const BY_RULE: { [S in keyof StatusRules]: FaceOf<StatusRules[S]> } = {
  placed: {
    tone: 'dispatch',
    toldTo: 'askers',
    told: (view, now) => {
      const { need } = view
      if (need.reopened > 0) return '收到，会换一位来看。您不用再说一遍'
      const until = deadlineOf(view)
      if (!until) return '社区已收到'
      if (!isLate(view, now)) return `社区已收到，${clockText(until, now)} 前回应`
      return need.escalated ? '社区已收到，上一级也在督办' : '社区已收到，回应晚了，可以催一催'
    },
    others: (view, now) => {
      const until = deadlineOf(view)
      if (!until) return '等社区派单'
      return isLate(view, now) ? '等社区派单，已经晚了' : `等社区派单，${clockText(until, now)} 前回应`
    },
    nowIcon: 'hourglass',
    next: () => '等社区派单',
    nextIcon: 'navigation',
    promised: '有人回应',
    todo: '派出',
    event: { step: 2, name: '待研判' },
  },
  dispatched: {
    tone: 'claim',
    toldTo: 'askers',
    told: ({ need }) => {
      if (isTaken(need)) return taken(need)
      return need.kind === 'service' ? '报上名了，等主办方跟您确认' : '社区正在找人接单'
    },
    others: (view) => {
      const { need } = view
      if (is(view, 'invited')) return `社区请您来帮忙，还差 ${missing(need)} 人`
      if (isTaken(need)) return taken(need)
      if (need.kind === 'service') return '等主办方确认'
      return need.headcount > 1 ? `等 ${need.headcount} 位来帮忙` : '等一位来帮忙'
    },
    nowIcon: 'users',
    next: ({ need }) => (need.kind === 'service' ? '等主办方确认' : '等人接单'),
    nextIcon: 'user-check',
    promised: '有人接单',
    todo: '找到人',
    event: { step: 3, name: '分派中' },
  },
  claimed: {
    tone: 'claimed',
    toldTo: 'askers',
    told: ({ need }) => `${holderNames(need)}已接单，会跟您约时间`,
    others: ({ need }) => `${holderNames(need)}已接单`,
    nowIcon: 'user-check',
    next: (view) => (is(view, 'holder') ? '等您出发' : `等${holderNames(view.need)}出发`),
    nextIcon: 'walk',
    promised: '办好',
    todo: '办好',
    event: { step: 4, name: '待处置' },
  },
  serving: {
    tone: 'serving',
    toldTo: 'requester',
    told: ({ need }, now) => serving(need, now),
    others: ({ need }, now) => serving(need, now).replace('，办好了请您确认', ''),
    nowIcon: 'walk',
    next: (view) => (is(view, 'requester') ? '等您评价' : '等办好'),
    promised: '办好',
    todo: '办好',
    event: { step: 4, name: '处置中' },
  },
  served: {
    tone: 'rate',
    toldTo: 'requester',
    told: (view) => `${finisher(view)}说办好了，${isItDone(view)}`,
    others: () => '办好了，等居民评价',
    nowIcon: 'check',
    next: (view) => (is(view, 'requester') ? '等您评价' : '等居民评价'),
    event: { step: 5, name: '待确认' },
  },
  closed: {
    tone: 'done',
    toldTo: 'requester',
    told: ({ need }) => {
      if (!need.rating) return '已办结，没办好还可以重办'
      return need.rating.score > 2 ? '已办结，谢谢您的评价' : '已办结，您的意见社区看得到'
    },
    others: () => '已办结',
    event: { step: 6, name: '已反馈' },
  },
  rejected: {
    tone: 'rejected',
    toldTo: 'askers',
    told: () => '这件事社区没有受理，原因写在下面',
    others: () => '社区没有受理',
    ending: { head: '原因和去处', by: 'reject' },
  },
  withdrawn: {
    tone: 'withdrawn',
    toldTo: 'askers',
    told: () => '已撤单，需要时再点就行',
    others: () => '已撤单',
    ending: { head: '撤单的原因', by: 'withdraw' },
  },
  merged: {
    tone: 'merged',
    toldTo: 'askers',
    told: () => '和另一单是同一件事，已并在一起办',
    ending: 'inAnother',
  },
}

const UNKNOWN: StatusFace = {
  tone: 'other',
  toldTo: 'askers',
  told: () => '这一单有了新进展，更新小程序后看得到',
}

const FACES: Readonly<Record<NeedStatus, StatusFace>> = { ...BY_RULE, unknown: UNKNOWN }

export const statusFace = ({ status }: { status: NeedStatus }): StatusFace => FACES[status]
