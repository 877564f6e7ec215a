import type { Need, NeedEvent } from 'domain/need/need'
import { summaryOf } from 'domain/need/needRow'
import type { Relation } from 'domain/need/relations'
import type { NeedView } from '@/store/records'
import { aNeed, idOf } from '../../../support/builders'

/** A need as somebody sees it who is this to it; a stranger sees its outline. */
export const seenAs = (need: Need, as: Relation[], events: NeedEvent[] = []): NeedView => ({
  need,
  summary: summaryOf(need),
  whole: true,
  events,
  ...(as.length > 0 ? { mine: { as } } : {}),
  listed: true,
  waiting: [],
  local: false,
})

export const anEvent = (action: string, n: number, more: Partial<NeedEvent> = {}): NeedEvent => ({
  id: idOf('e', n),
  needId: aNeed().id,
  action,
  byId: idOf('p', 2),
  byName: '陈师傅',
  at: '2026-03-18T03:00:00.000Z',
  ...more,
})

/** The session that was ordered is not held. */
export const cancelled = anEvent('reschedule', 9, {
  said: { from: { from: '2026-03-21T01:00:00.000Z', to: '2026-03-21T03:30:00.000Z' } },
})
