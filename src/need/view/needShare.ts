import { isPublic } from 'domain/need/audience'
import type { NeedView } from '@/store/records'

/**
 * What the card of a need says, in the words of the list: of one that any visitor may see, and of no other. Staff and
 * helpers hold needs that the list does not show.
 */
export const shareTitle = ({ summary, need, whole, listed, local }: NeedView): string | undefined =>
  listed && !local && (!whole || isPublic(need)) ? summary.text : undefined
