import { startOf } from 'domain/kernel/grapheme'
import {
  type ChangeEvent,
  createElement,
  type KeyboardEvent,
  useEffect,
  useLayoutEffect,
  useRef,
} from 'react'

interface Said {
  detail: { value: string }
}

interface TypedProps {
  className?: string
  value: string
  placeholder?: string
  maxlength?: number
  disabled?: boolean
  /** Moves the cursor here when it turns true. */
  focus?: boolean
  'aria-label'?: string
  'aria-invalid'?: 'true'
  onInput?: (event: Said) => void
  onConfirm?: (event: Said) => void
  onFocus?: () => void
  onBlur?: () => void
}

type InputProps = TypedProps & {
  type?: 'text' | 'number' | 'idcard' | 'digit'
  confirmType?: 'search'
}

/** Which keys the phone shows. It stays a text: a number field would drop a leading 0. */
const KEYS = { text: 'text', number: 'numeric', idcard: 'text', digit: 'decimal' } as const

/** What both fields share. Each keeps its own words, and says a Chinese one when it is whole. */
function useTyped({ value, focus, onInput, onConfirm, ...props }: TypedProps) {
  const { placeholder, maxlength, disabled, onFocus, onBlur } = props
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const composing = useRef(false)
  useLayoutEffect(() => {
    if (field.current) tell(field.current, value)
  }, [value])
  useEffect(() => {
    if (focus) field.current?.focus()
  }, [focus])

  // A limit of the browser's own would count code units.
  const say = (typed: HTMLInputElement) => {
    const kept = maxlength === undefined ? typed.value : startOf(typed.value, maxlength)
    if (kept !== typed.value) typed.value = kept
    onInput?.({ detail: { value: kept } })
  }
  return {
    ref: field,
    className: `typed ${props.className}`,
    placeholder,
    disabled,
    'aria-label': props['aria-label'],
    'aria-invalid': props['aria-invalid'],
    onFocus,
    onBlur,
    onChange: ({ target }: ChangeEvent<HTMLInputElement>) => !composing.current && say(target),
    onCompositionStart() {
      composing.current = true
    },
    onCompositionEnd({ currentTarget }: { currentTarget: HTMLInputElement }) {
      composing.current = false
      say(currentTarget)
    },
    onKeyDown({ key, currentTarget, nativeEvent }: KeyboardEvent<HTMLInputElement>) {
      if (key === 'Enter' && !nativeEvent.isComposing) onConfirm?.({ detail: { value: currentTarget.value } })
    },
  }
}

/** The caret stays before the same letters. */
function tell(field: HTMLInputElement & HTMLTextAreaElement, value: string) {
  if (field.value === value) return
  const after = field.value.length - (field.selectionEnd ?? field.value.length)
  field.value = value
  const at = Math.max(0, value.length - after)
  if (document.activeElement === field) field.setSelectionRange(at, at)
}

export function Input({ type = 'text', confirmType, ...props }: InputProps) {
  const search = confirmType === 'search'
  const keys = { type: search ? 'search' : 'text', inputMode: KEYS[type], enterKeyHint: confirmType }
  return createElement('input', { ...useTyped(props), ...keys } as object)
}

/** Its style says how high a field is (base.css); older browsers are told by a measurement of every change. */
const SIZES_ITSELF = typeof CSS !== 'undefined' && CSS.supports('field-sizing', 'content')

/** As high as what is in it. */
export function Textarea(props: TypedProps) {
  const typed = useTyped(props)
  useLayoutEffect(() => {
    const { current: field } = typed.ref
    if (!field || SIZES_ITSELF) return
    field.style.height = 'auto'
    field.style.height = `${field.scrollHeight}px`
  })
  return createElement('textarea', {
    rows: 1,
    ...typed,
    className: `${typed.className} typed--lines`,
  } as object)
}
