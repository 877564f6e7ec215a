import { SYSTEM } from '../kernel/actor'
import { clampInstant, type Instant } from '../kernel/time'
import type { NeedAction } from './moves'
import type { Need, NeedEvent } from './need'
import { apply } from './workflow'

/** A step that is nobody's: the system states what has come to pass, whoever might take such a step otherwise. */
export function systemStep(
  need: Need,
  { action, note, said }: { action: NeedAction; note: string; said: Record<string, unknown> },
  { now, eventId }: { now: Instant; eventId: string },
): { need: Need; event: NeedEvent } {
  const event: NeedEvent = {
    id: eventId,
    needId: need.id,
    action,
    byId: SYSTEM.id,
    byName: SYSTEM.displayName,
    at: clampInstant(now, need.changedAt, now),
    note,
    said,
  }
  return { need: apply(need, event), event }
}
