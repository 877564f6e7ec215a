import { usePageScroll, useReachBottom } from '@/platform/hooks'
import { heightsOf, scrollPageTo, scrollToId } from '@/platform/scroll'

/** What content scrolls in. The hooks hold from the first draw to the last: a frame never changes its scroll. */
export interface Scroll {
  /** @param onScroll is told how many px lie above */
  useScrolled: (onScroll: (scrollTop: number) => void) => void
  /** The end is in sight, or nearly. */
  useNearEnd: (onEnd: () => void) => void
  to: (scrollTop: number) => void
  /** Brings an element of this content into sight. */
  toId: (id: string) => void
  /** Heights in px, by element id, of what a class names in it, as it is laid out now. */
  heightsOf: (className: string) => Promise<Map<string, number>>
}

export const pageScroll: Scroll = {
  useScrolled: (onScroll) => usePageScroll(({ scrollTop }) => onScroll(scrollTop)),
  useNearEnd: useReachBottom,
  to: scrollPageTo,
  toId: scrollToId,
  heightsOf,
}
