import type { Instant } from 'domain/kernel/time'
import { type NeedEvent, STATUS_NAMES } from 'domain/need/need'
import type { Relation } from 'domain/need/relations'
import { lineText } from '@/format/times'
import type { NeedView } from '@/store/records'
import type { IconName } from '@/ui/icons'
import type { TimelineEntry } from '@/ui/Timeline'
import { stepFace } from '../actions'
import { holderNames } from './names'

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

function titleOf(event: NeedEvent, by: string, local: boolean): string {
  if (event.action === 'place') return local ? `${by}写好了点单` : `${by}提交了点单`
  return stepFace(event.action)?.did(by, event) ?? STATUS_NAMES.unknown
}

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
  if (!newest || stepFace(events[events.length - 1]?.action ?? '')?.timeline === 'aside') {
    return [...done, { id: 'now', title: STATUS_NAMES[need.status], state: 'now', icon }]
  }
  return [...done.slice(0, -1), { ...newest, state: 'now', icon }]
}
