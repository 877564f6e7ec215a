import { useRef } from 'react'

/** px that a finger goes down before it means it. */
const ENOUGH = 56

type Fingers = 'touches' | 'changedTouches'
// Taro types these events as if they had no touches
const heightOf = (event: object, fingers: Fingers) =>
  (event as { [F in Fingers]?: { clientY: number }[] })[fingers]?.[0]?.clientY ?? 0

/** Handlers of what can be pulled down to close what it heads. */
export function usePull(onClose: () => void) {
  const from = useRef(0)
  return {
    onTouchStart: (event: object) => {
      from.current = heightOf(event, 'touches')
    },
    onTouchEnd: (event: object) => {
      if (heightOf(event, 'changedTouches') - from.current > ENOUGH) onClose()
    },
  }
}
