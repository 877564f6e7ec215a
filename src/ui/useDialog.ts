import { useLayoutEffect, useRef } from 'react'
import { closeOnBack } from './sheetBack'

const REACHABLE = '[tabindex="0"], input:not([disabled]), textarea'
/** The last one opened has the keys. */
const open: object[] = []

/**
 * What a browser expects of a sheet: focus goes in and stays in, Esc and 返回 close, and focus goes back to where
 * it was. WeChat has no keys, its reader goes by `aria-modal`, and its 返回 leaves the page.
 */
export function useDialog(onClose: () => void) {
  const dialog = useRef<HTMLElement>(null)
  const close = useRef(onClose)
  close.current = onClose
  // Before it is drawn: whoever goes back at the first sight of it means the sheet, not the page.
  useLayoutEffect(() => {
    const sheet = dialog.current
    if (process.env.TARO_ENV !== 'h5' || !sheet) return
    const before = document.activeElement
    const self = {}
    const onKeyDown = (event: KeyboardEvent) => {
      if (open[open.length - 1] !== self) return
      if (event.key === 'Escape') close.current()
      if (event.key === 'Tab') keepInside(sheet, event)
    }
    open.push(self)
    const gone = closeOnBack(() => close.current())
    sheet.focus({ preventScroll: true })
    document.addEventListener('keydown', onKeyDown)
    return () => {
      open.splice(open.indexOf(self), 1)
      gone()
      document.removeEventListener('keydown', onKeyDown)
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [])
  return dialog
}

/** From the last control on to the first, and back. */
function keepInside(sheet: HTMLElement, event: KeyboardEvent) {
  const controls = [...sheet.querySelectorAll<HTMLElement>(REACHABLE)]
  const [first, last] = [controls[0], controls[controls.length - 1]]
  const at = document.activeElement
  const leaving =
    !sheet.contains(at) || at === (event.shiftKey ? first : last) || (event.shiftKey && at === sheet)
  if (!leaving) return
  event.preventDefault()
  const next = event.shiftKey ? last : first
  next?.focus()
}
