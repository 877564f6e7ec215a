import { type ReactNode, useEffect, useRef } from 'react'
import { PULLED } from './pulled'
import { type Gone, isSideways, scrollsUnder } from './scrollsUnder'

/** How far it is pulled before letting go asks the server, and at most, in px. */
const ENOUGH = 50
const MOST = 100
/** The page follows slower than the finger. */
const DRAG = 0.5

/** The element of a page, on which Taro's router leaves the page's own calls. */
type PageElement = HTMLElement & { __page?: { onPullDownRefresh?(): void } }

/** Around a page that can be pulled down; the router puts it there (config/web.ts). */
export function PullDown({ children }: { children: ReactNode }) {
  const content = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const page = content.current?.parentElement
    if (content.current && page) return followFinger(page, content.current)
  }, [])
  return (
    <div ref={content} className='pull'>
      <div className='pull__dots' aria-hidden='true'>
        <i />
        <i />
        <i />
      </div>
      {children}
    </div>
  )
}

function followFinger(page: PageElement, content: HTMLElement) {
  /** Where the finger came down, as long as the page may follow it. */
  let from: Gone | undefined
  let by = 0
  let asking = false

  const show = (px: number) => {
    by = px
    content.classList.toggle('is-pulled', px >= ENOUGH)
    // with none at all, what is fixed stays where it is
    content.style.transform = px > 0 ? `translateY(${px}px)` : ''
  }
  const start = ({ touches: [finger, second] }: TouchEvent) => {
    from = finger && !second ? { x: finger.clientX, y: finger.clientY } : undefined
  }
  const move = (event: TouchEvent) => {
    const finger = event.touches[0]
    if (!finger || !from || asking) return
    const gone = { x: finger.clientX - from.x, y: finger.clientY - from.y }
    // once it moves something else, or the page itself, this finger pulls no more
    const others = by === 0 && (isSideways(gone) || scrollsUnder(event.target, page, gone))
    if (others || page.scrollTop > 0) from = undefined
    if (!from || gone.y <= 0) {
      if (by > 0) show(0)
      return
    }
    if (event.cancelable) event.preventDefault()
    content.classList.remove('is-let-go')
    show(Math.min(gone.y * DRAG, MOST))
  }
  const end = () => {
    from = undefined
    if (asking || by === 0) return
    content.classList.add('is-let-go')
    asking = by >= ENOUGH
    show(asking ? ENOUGH : 0)
    if (asking) page.__page?.onPullDownRefresh?.()
  }
  const stop = () => {
    asking = false
    show(0)
  }

  const watched = [
    ['touchstart', start],
    ['touchmove', move],
    ['touchend', end],
    ['touchcancel', end],
  ] as const
  for (const [name, run] of watched)
    page.addEventListener(name, run as (event: Event) => void, { passive: name !== 'touchmove' })
  window.addEventListener(PULLED, stop)
  return () => {
    for (const [name, run] of watched) page.removeEventListener(name, run as (event: Event) => void)
    window.removeEventListener(PULLED, stop)
  }
}
