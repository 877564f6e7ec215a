import { SYSTEM } from 'domain/actor'
import type { NeedAction } from 'domain/moves'
import { type NeedEvent, RATING_NAMES, STATUS_NAMES } from 'domain/need'
import type { Relation } from 'domain/relations'
import type { Instant } from 'domain/time'
import type { IconName } from '@/components/icons'
import type { TimelineEntry } from '@/components/Timeline'
import type { NeedView } from '@/store/records'
import { holderNames } from './headline'
import { rescheduledText } from './sitting'
import { lineText } from './times'

/** Nobody's own step: a right has ended, or a deadline. */
const isSystems = ({ byId }: NeedEvent) => byId === SYSTEM.id

const DID: Record<NeedAction | 'place', (by: string, event: NeedEvent) => string> = {
  place: (by) => `${by}提交了点单`,
  dispatch: () => '社区派单',
  claim: (by) => `${by}接单`,
  decline: (by, event) => (isSystems(event) ? '邀请收回' : `${by}这次来不了`),
  start: (by) => `${by}出发了`,
  release: (by, event) => (isSystems(event) ? '任务交回社区' : `${by}退单`),
  finish: (by) => `${by}办好了`,
  rate: (by, { said }) => (said ? `${by}评价：${RATING_NAMES[Number(said.score)] ?? ''}` : `${by}评价了`),
  reopen: (by) => `${by}要求重办`,
  followUp: (by) => `${by}回访`,
  reject: () => '社区没有受理',
  merge: () => '并到另一单一起办',
  absorb: () => '有同样的单并了进来',
  reschedule: (_, { said }) => rescheduledText(said),
  withdraw: (by) => `${by}撤单`,
  resize: (_, { said }) => (said ? `人数改为 ${said.headcount} 人` : '人数改了'),
  add: (by) => `${by}补充`,
  urge: (by) => `${by}催了一下`,
  escalate: (_, event) => (isSystems(event) ? '超过时限，转上一级督办' : '转上一级督办'),
  whistle: () => '社区吹哨，请几家单位一起办',
  close: () => '到期没有评价，自动办结',
}

/** What is said beside the steps, or takes one back. */
const ASIDE: readonly string[] = [
  'decline',
  'release',
  'add',
  'urge',
  'resize',
  'escalate',
  'absorb',
  'whistle',
  'reschedule',
  'followUp',
]

const NEXT: Partial<Record<NeedView['need']['status'], string>> = {
  placed: '等社区派单',
  dispatched: '等人接单',
  serving: '等办好',
  served: '等您评价',
}

/** On the dot of the step under way. */
const NOW_ICONS: Partial<Record<NeedView['need']['status'], IconName>> = {
  placed: 'hourglass',
  dispatched: 'users',
  claimed: 'user-check',
  serving: 'walk',
  served: 'check',
}

/** On the dot of what comes next, where that is no face yet. */
const NEXT_ICONS: Partial<Record<NeedView['need']['status'], IconName>> = {
  placed: 'navigation',
  dispatched: 'user-check',
  claimed: 'walk',
}

function nextText({ need, mine, local }: NeedView): string | undefined {
  if (local) return '等送到社区'
  const { status, kind } = need
  const is = (relation: Relation) => mine?.as.includes(relation)
  if (status === 'served' && !is('requester')) return '等居民评价'
  if (status === 'serving' && is('requester')) return '等您评价'
  if (status === 'claimed') return is('holder') ? '等您出发' : `等${holderNames(need)}出发`
  return status === 'dispatched' && kind === 'service' ? '等主办方确认' : NEXT[status]
}

const titleOf = (event: NeedEvent, by: string, local: boolean) =>
  local && event.action === 'place'
    ? `${by}写好了点单`
    : (DID[event.action as NeedAction]?.(by, event) ?? STATUS_NAMES.unknown)

/** Whoever asked for the same reads the steps, and nobody's name. */
export const stepsOf = ({ need, events, mine }: NeedView): NeedEvent[] | undefined =>
  events ?? mine?.steps?.map((step, at) => ({ id: `${at}`, needId: need.id, byId: '', byName: '', ...step }))

/** 时间线: what was done, the step under way, then what comes next. */
export function timelineEntries(view: NeedView, now: Instant): TimelineEntry[] {
  const { need, mine } = view
  const events = stepsOf(view) ?? []
  const requester = mine?.as.includes('requester') ? need.requesterId : undefined
  const placer = mine?.as.includes('placer') ? need.placedById : undefined
  const done = events.map((event): TimelineEntry => {
    const by = [requester, placer].includes(event.byId) ? '您' : event.byName
    return {
      id: event.id,
      title: titleOf(event, by, view.local),
      time: lineText(event.at, now),
      note: event.note,
      state: 'done',
    }
  })
  const next = nextText(view)
  if (!next) return done
  return [
    ...withNow(done, need, events),
    { id: 'next', title: next, state: 'next', icon: NEXT_ICONS[view.need.status] },
  ]
}

/** The newest step is the one under way; after words beside the steps the status stands for it once more. */
function withNow(done: TimelineEntry[], need: NeedView['need'], events: NeedEvent[]): TimelineEntry[] {
  const icon = NOW_ICONS[need.status]
  const newest = done[done.length - 1]
  if (!newest || ASIDE.includes(events[events.length - 1]?.action ?? '')) {
    return [...done, { id: 'now', title: STATUS_NAMES[need.status], state: 'now', icon }]
  }
  return [...done.slice(0, -1), { ...newest, state: 'now', icon }]
}
