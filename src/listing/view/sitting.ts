import type { Session } from 'domain/listing/service'
import type { NeedEvent, WhenSpan } from 'domain/need/need'
import { isOpen } from 'domain/need/status'
import { sittingText } from '@/format/times'
import { lastEvent } from '@/need/view/needStory'
import type { NeedView } from '@/store/records'

const spanText = ({ from, to }: WhenSpan) => sittingText(from, to)

/** Of a session that was ordered, in the timeline: 这一场改到周日 11月29日 09:00–11:00 */
export function rescheduledText(said: NeedEvent['said']): string {
  const to = said?.to as WhenSpan | undefined
  return to ? `这一场改到${spanText(to)}` : '这一场取消了'
}

/** What has become of an ordered session since: the old and the new time, as long as the order stands. */
export function movedSitting(view: NeedView): { was: string; now: string | undefined } | undefined {
  const moved = lastEvent(view, 'reschedule')
  if (!moved || !isOpen(view.need)) return undefined
  const { from, to } = (moved.said ?? {}) as { from?: WhenSpan; to?: WhenSpan }
  const was = view.need.whenSpan ?? from
  if (!was) return undefined
  if (to && to.from === was.from && to.to === was.to) return undefined // back to what was ordered
  return { was: spanText(was), now: to && spanText(to) }
}

/** When an ordered session is, as far as its order says it. An older order does not: then as the service says it. */
export function orderedText(view: NeedView, session: Session | undefined): string | undefined {
  const moved = movedSitting(view)
  if (moved) return moved.now ?? `${moved.was}，已取消`
  const { whenSpan } = view.need
  if (whenSpan) return spanText(whenSpan)
  return session && sittingText(session.startsAt, session.endsAt)
}
