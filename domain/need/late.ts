import type { Instant } from '../kernel/time'
import { isOver } from './deadline'
import type { Need, NeedEvent } from './need'
import { isCancelled } from './reschedule'
import { isOpen, STATUSES } from './status'
import { systemStep } from './workflow'

type Deadline = 'respondBy' | 'finishBy'

const NOTES: Record<Deadline, string> = {
  respondBy: '到了承诺的时间还没有找到人，已请上一级跟进',
  finishBy: '到了承诺的时间还没有办好，已请上一级跟进',
}

/** What was promised, and is not kept: somebody until `respondBy`, and all of it done until `finishBy`. */
const missed = (need: Need, events: NeedEvent[], now: Instant): Deadline[] => {
  if (!isOpen(need) || isCancelled(events)) return []
  const waits = STATUSES[need.status].promise === 'respondBy'
  return [
    ...(waits && isOver(need.respondBy, now) ? (['respondBy'] as const) : []),
    ...(isOver(need.finishBy, now) ? (['finishBy'] as const) : []),
  ]
}

/**
 * 到期督办: a missed deadline escalates to the next level up, once. A new deadline is a new promise: after 重办, or
 * when it was offered again.
 * @returns the step for the first one that was not told yet
 */
export function escalateLate(
  need: Need,
  events: NeedEvent[],
  time: { now: Instant; eventId: string },
): { need: Need; event: NeedEvent } | undefined {
  const told = (deadline: Deadline) =>
    events.some(({ action, said }) => action === 'escalate' && said?.[deadline] === need[deadline])
  const deadline = missed(need, events, time.now).find((each) => !told(each))
  if (!deadline) return undefined
  const said = { [deadline]: need[deadline] }
  return systemStep(need, { action: 'escalate', note: NOTES[deadline], said }, time)
}
