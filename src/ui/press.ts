type Bubbling = { stopPropagation(): void }
type Key = Bubbling & { key: string; repeat?: boolean; preventDefault(): void }

export type Press = {
  role?: string
  label?: string | undefined
  /** What the finger leaves while it is down. */
  hover?: 'pressed' | 'pressed-card'
}

/**
 * Props that make a View a control for eyes, fingers, keys and screen readers. A tap stays inside, so that a
 * button on a card does not open the card. Attributes have their HTML names: the only ones that H5 passes on.
 */
export function press(run: (() => void) | undefined, control: Press = {}) {
  const { role = 'button', label, hover = 'pressed' } = control
  if (!run) return {}
  const act = (event: Bubbling) => {
    event.stopPropagation()
    run()
  }
  const onKeyDown = (event: Key) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    if (!event.repeat) act(event)
  }
  return {
    role,
    'aria-label': label,
    hoverClass: hover,
    hoverStayTime: 80,
    hoverStopPropagation: true,
    onClick: act,
    // a phone has no keys
    ...(process.env.TARO_ENV === 'h5' && { tabIndex: 0, onKeyDown }),
  }
}
