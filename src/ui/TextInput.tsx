import { Input, Textarea } from '@tarojs/components'
import { inputName } from './inputName'
import { limited } from './limited'
import { useTold } from './useTold'

/** px that stay free between the line that is written and the keyboard: for what is said below a field. */
const OVER_KEYS = 120

export type TextInputProps = {
  className: string
  /** read aloud */
  label: string
  value: string
  onInput: (value: string) => void
  placeholder: string
  maxLength: number
  type?: 'text' | 'number' | 'idcard' | 'digit'
  /** as many lines as are written */
  lines?: boolean
  /** the keyboard says 搜索 */
  search?: boolean
  wrong?: boolean
  disabled?: boolean
  focus?: boolean
  onFocus?: () => void
  onBlur?: () => void
  onDone?: ((value: string) => void) | undefined
}

/** Whatever is typed in this app is typed here. */
export function TextInput(props: TextInputProps) {
  const { className, label, placeholder, maxLength, type, lines, search, wrong, onDone } = props
  const { maxlength, onInput } = limited(maxLength, props.value, props.onInput)
  const told = useTold(props.value, (value) => onInput({ detail: { value } }))
  const { disabled = false, focus = false, onFocus } = props
  const onBlur = () => {
    told.onBlur()
    props.onBlur?.()
  }
  const shared = {
    className,
    value: told.value,
    placeholder,
    placeholderClass: 'placeholder',
    maxlength,
    cursorSpacing: OVER_KEYS,
    disabled,
    focus,
    ...inputName(label, wrong),
    ...(onFocus && { onFocus }),
    onBlur,
    onInput: (event: { detail: { value: string } }) => told.onInput(event.detail.value),
  }
  if (lines) return <Textarea {...shared} autoHeight disableDefaultPadding showConfirmBar={false} />
  return (
    <Input
      {...shared}
      type={type ?? 'text'}
      {...(search && { confirmType: 'search' })}
      {...(onDone && { onConfirm: (event) => onDone(event.detail.value) })}
    />
  )
}
