/** How far a finger has gone, in px: to the right, and down. */
export interface Gone {
  x: number
  y: number
}

export const isSideways = ({ x, y }: Gone) => Math.abs(x) > Math.abs(y)

/** Whether anything from `target` up to `end`, which is not asked itself, still scrolls the way that a finger goes. */
export function scrollsUnder(target: EventTarget | null, end: Element, gone: Gone): boolean {
  let element = target instanceof Element ? target : null
  for (; element && element !== end; element = element.parentElement) if (scrolls(element, gone)) return true
  return false
}

function scrolls(element: Element, gone: Gone): boolean {
  const { overflowX, overflowY } = getComputedStyle(element)
  const { scrollLeft, scrollTop, clientWidth, clientHeight, scrollWidth, scrollHeight } = element
  return isSideways(gone)
    ? canGo(overflowX, gone.x, scrollLeft, scrollWidth - clientWidth)
    : canGo(overflowY, gone.y, scrollTop, scrollHeight - clientHeight)
}

/** What stands `at` can go back to 0 under a finger that goes forward, and on to `most` under one that goes back. */
const canGo = (overflow: string, by: number, at: number, most: number) =>
  (overflow === 'auto' || overflow === 'scroll') && (by > 0 ? at > 0 : at < most - 1)
