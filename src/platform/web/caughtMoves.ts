import { type Gone, scrollsUnder } from './scrollsUnder'

const catching = new WeakSet<Element>()

/**
 * `catchMove`: a finger that moves on it moves what scrolls inside, and nothing behind. `overscroll-behavior` would
 * say so, which Safari does not know before 16. A listener of our own: a framework may promise to prevent nothing.
 */
export function catchMoves(element: HTMLElement): void {
  if (catching.has(element)) return
  catching.add(element)
  let from: Gone = { x: 0, y: 0 }
  const at = ({ touches }: TouchEvent): Gone => ({ x: touches[0]?.clientX ?? 0, y: touches[0]?.clientY ?? 0 })
  const start = (event: TouchEvent) => {
    from = at(event)
  }
  const move = (event: TouchEvent) => {
    event.stopPropagation() // a page that is pulled down (PullDown.tsx)
    const { x, y } = at(event)
    const gone = { x: x - from.x, y: y - from.y }
    if (event.cancelable && !scrollsUnder(event.target, element, gone)) event.preventDefault()
  }
  element.addEventListener('touchstart', start, { passive: true })
  element.addEventListener('touchmove', move, { passive: false })
}
