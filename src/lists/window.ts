import type { Position } from './positions'

/** Cards that are drawn, or left out, together. */
export const CHUNK = 5
const CARD_PX = 170
/** What is drawn beside the screen itself, above its top edge and below. */
const ABOVE_PX = 600
const BELOW_PX = 1600
/** From the top of the screen to where the end of the page is in sight soon. */
const SCREEN_PX = 900

type Seen = Pick<Position, 'scrollTop' | 'reached' | 'headHeight' | 'heights'>

export const heightOf = ({ heights }: Pick<Seen, 'heights'>, chunk: number) =>
  heights[chunk] ?? CHUNK * CARD_PX

/** Where a chunk begins, in px below the top of the list. */
const topOf = (seen: Seen, chunk: number) => {
  let top = seen.headHeight
  for (let each = 0; each < chunk; each += 1) top += heightOf(seen, each)
  return top
}

/** How many chunks there are down to a little below the screen; never fewer than before. */
export function reach(seen: Seen, all: number): number {
  let reached = Math.min(seen.reached, all)
  let end = topOf(seen, reached)
  while (reached < all && end < seen.scrollTop + BELOW_PX) {
    end += heightOf(seen, reached)
    reached += 1
  }
  return reached
}

/** Of the chunks reached, those near the screen. One that was never measured keeps its place by being drawn. */
export function near(seen: Seen): boolean[] {
  let top = seen.headHeight
  return Array.from({ length: seen.reached }, (_, chunk) => {
    const bottom = top + heightOf(seen, chunk)
    const inSight = bottom > seen.scrollTop - ABOVE_PX && top < seen.scrollTop + BELOW_PX
    top = bottom
    return inSight || seen.heights[chunk] === undefined
  })
}

/** The end of the page has come near, whether or not the phone has told of the scrolling yet. */
export const atEnd = (seen: Seen): number => Math.max(seen.scrollTop, topOf(seen, seen.reached) - SCREEN_PX)
