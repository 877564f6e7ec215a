import type { TouchEvent } from 'react'

export interface FingerProps {
  /** The class that it has while the finger is down. */
  hoverClass?: string | undefined
  hoverStayTime?: number | undefined
  onLongPress?: (() => void) | undefined
}

/** A finger that scrolls rests shorter on what it passes. */
const HOVER_AFTER_MS = 50
const LONG_PRESS_MS = 350

interface Down {
  touch: Event
  element: Element
  timers: ReturnType<typeof setTimeout>[]
}
/** What the finger is on: the innermost alone. */
let down: Down | undefined

/** What WeChat does while a finger is down. Without a state, so that it draws nothing anew. */
export function underFinger({ hoverClass, hoverStayTime = 0, onLongPress }: FingerProps) {
  if (!hoverClass && !onLongPress) return {}
  const onTouchStart = ({ currentTarget: element, nativeEvent: touch }: TouchEvent) => {
    if (down?.touch === touch) return // bubbled
    down?.timers.forEach(clearTimeout)
    down = { touch, element, timers: [] }
    if (hoverClass) down.timers.push(setTimeout(() => element.classList.add(hoverClass), HOVER_AFTER_MS))
    if (onLongPress) down.timers.push(setTimeout(onLongPress, LONG_PRESS_MS))
  }
  const onTouchEnd = ({ currentTarget: element }: TouchEvent) => {
    if (down?.element !== element) return
    down.timers.forEach(clearTimeout)
    down = undefined
    if (hoverClass) setTimeout(() => element.classList.remove(hoverClass), hoverStayTime)
  }
  return { onTouchStart, onTouchMove: onTouchEnd, onTouchEnd, onTouchCancel: onTouchEnd }
}
