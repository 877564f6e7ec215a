import type { Instant } from 'domain/kernel/time'
import type { NeedEvent } from 'domain/need/need'
import { STATUSES } from 'domain/need/status'
import { lineText } from '@/format/times'
import type { NeedView } from '@/store/records'
import type { TimelineEntry } from '@/ui/Timeline'
import { stepFace } from '../actions'
import { statusFace } from '../status'

const nextText = (view: NeedView) => (view.local ? '等送到社区' : statusFace(view.need).next?.(view))

function titleOf(event: NeedEvent, by: string, local: boolean): string {
  if (event.action === 'place') return local ? `${by}写好了点单` : `${by}提交了点单`
  return stepFace(event.action)?.did(by, event) ?? STATUSES.unknown.name
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
    { id: 'next', title: next, state: 'next', icon: statusFace(need).nextIcon },
  ]
}

/** The newest step is the one under way; after words beside the steps the status stands for it once more. */
function withNow(done: TimelineEntry[], need: NeedView['need'], events: NeedEvent[]): TimelineEntry[] {
  const icon = statusFace(need).nowIcon
  const newest = done[done.length - 1]
  if (!newest || stepFace(events[events.length - 1]?.action ?? '')?.timeline === 'aside') {
    return [...done, { id: 'now', title: STATUSES[need.status].name, state: 'now', icon }]
  }
  return [...done.slice(0, -1), { ...newest, state: 'now', icon }]
}
