import { useEffect, useRef } from 'react'
import type { Scroll } from './scroll'

/** Above what is scrolled to, and below what counts as near the end, in px. */
const AIR = 12
const NEAR_END = 600

/** Scrolling of one element of a browser, which `attach` names: it moves nothing else, and finds nothing outside. */
export function elementScroll() {
  let box: HTMLElement | null = null
  const attach = (element: HTMLElement | null) => {
    box = element
  }
  const scroll: Scroll = {
    useScrolled(onScroll) {
      useScrollOf(
        () => box,
        ({ scrollTop }) => onScroll(scrollTop),
      )
    },
    useNearEnd(onEnd) {
      useScrollOf(
        () => box,
        ({ scrollTop, clientHeight, scrollHeight }) => {
          if (scrollTop + clientHeight > scrollHeight - NEAR_END) onEnd()
        },
      )
    },
    to(scrollTop) {
      if (box) box.scrollTop = scrollTop
    },
    toId(id) {
      const found = box?.querySelector(`[id="${id}"]`)
      if (!box || !found) return
      box.scrollTop += found.getBoundingClientRect().top - box.getBoundingClientRect().top - AIR
    },
    async heightsOf(className) {
      const found = [...(box?.querySelectorAll(`.${className}`) ?? [])]
      return new Map(found.map((each) => [each.id, each.getBoundingClientRect().height]))
    },
  }
  return { scroll, attach }
}

function useScrollOf(boxNow: () => HTMLElement | null, onScroll: (box: HTMLElement) => void) {
  const newest = useRef(onScroll)
  newest.current = onScroll
  // biome-ignore lint/correctness/useExhaustiveDependencies: the element stays as long as what is in it
  useEffect(() => {
    const box = boxNow()
    const tell = () => box && newest.current(box)
    box?.addEventListener('scroll', tell, { passive: true })
    return () => box?.removeEventListener('scroll', tell)
  }, [])
}
