import { isPublic } from 'domain/need/audience'
import { isCancelled } from 'domain/need/reschedule'
import type { NeedView } from '@/store/records'

/**
 * What the card of a need says, in the words of the list: of one that any visitor may see, and of no other. Staff and
 * helpers hold needs that the list does not show.
 */
export function shareTitle(view: NeedView): string | undefined {
  const { summary, need, events = [], whole, listed, local } = view
  return listed && !local && (!whole || isPublic(need)) && !isCancelled(events) ? summary.text : undefined
}
