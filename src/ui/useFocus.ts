import { useEffect, useState } from 'react'

/**
 * Props of an input that can be given the cursor. The platforms take it when `focus` turns true, so it is let go
 * when the input loses it.
 * @param focusAt each new number asks for it
 */
export function useFocus(focusAt: number | undefined) {
  const [asked, setAsked] = useState(false)
  const [focused, setFocused] = useState(false)
  useEffect(() => {
    if (focusAt !== undefined) setAsked(true)
  }, [focusAt])
  return {
    focused,
    focus: asked,
    onFocus: () => setFocused(true),
    onBlur() {
      setAsked(false)
      setFocused(false)
    },
  }
}
