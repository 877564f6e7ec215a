import { useState } from 'react'
import { focusIn } from '@/platform/scroll'
import { useScroll } from '@/shell/frame/frame'

const idOf = (field: string) => `place-${field}`

/** Leads people to a field: it is scrolled to, and the cursor stands in it. `startIn`: nothing moves. */
export function useFocusOn() {
  const [asked, setAsked] = useState<{ field: string; at: number }>()
  const scroll = useScroll()
  const ask = (field: string) => {
    setAsked((before) => ({ field, at: (before?.at ?? 0) + 1 }))
    focusIn(idOf(field))
  }
  const focusOn = (field: string) => {
    scroll.toId(idOf(field))
    ask(field)
  }
  const focusOf = (field: string) => (asked?.field === field ? asked.at : undefined)
  return { focusOn, focusOf, startIn: ask }
}
