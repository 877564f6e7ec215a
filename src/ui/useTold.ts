import { useEffect, useLayoutEffect, useReducer, useRef, useState } from 'react'

/** ms after which what was told has gone out by itself: Taro gathers what changes together. */
const APART_MS = 16

/**
 * What a field is told of its own words. A field that is being typed in is the platform's: on a slow phone its words
 * are ahead of ours, and hearing ours it would lose letters, break off a Chinese word and move the caret. So it is told
 * only what the program has made of them: cleared, cut, put back. Once it is left, it shows what the program has.
 */
export function useTold(value: string, onInput: (value: string) => void) {
  /** What the field holds, as far as it has said, or was told. */
  const held = useRef(value)
  /** What it has said since, which the program may still be about to draw. */
  const said = useRef<string[]>([])
  const [told, tell] = useState<{ value: string; next?: string }>({ value })
  const [left, leave] = useReducer((times: number) => times + 1, 0)

  const put = (words: string) => {
    // A platform does not hear the same a second time: first what the field holds already
    tell(told.value === words ? { value: held.current, next: words } : { value: words })
    held.current = words
    said.current = []
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: each new value is looked at once
  useLayoutEffect(() => {
    const echo = said.current.indexOf(value)
    if (value === held.current) said.current = []
    else if (echo >= 0) said.current.splice(0, echo + 1)
    else put(value)
  }, [value])
  // biome-ignore lint/correctness/useExhaustiveDependencies: after all that was said before has been drawn
  useLayoutEffect(() => {
    if (value !== held.current) put(value)
  }, [left])
  useEffect(() => {
    const { next } = told
    if (next === undefined) return
    const timer = setTimeout(() => tell({ value: next }), APART_MS)
    return () => clearTimeout(timer)
  }, [told])

  const say = (words: string) => {
    held.current = words
    said.current.push(words)
    if (told.next !== undefined) tell({ value: told.value }) // typed since: that is newer
    onInput(words)
  }
  return { value: told.value, onInput: say, onBlur: leave }
}
