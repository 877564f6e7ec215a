import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { cls } from './cls'
import { FieldError } from './FieldError'
import { TextInput } from './TextInput'
import { useFocus } from './useFocus'

export type FieldProps = {
  /** read aloud; shown as placeholder when there is no other */
  label: string
  value: string
  onInput: (value: string) => void
  placeholder?: string
  type?: 'text' | 'number' | 'idcard' | 'digit'
  maxLength?: number
  error?: string | undefined
  /** each new number moves the cursor here */
  focusAt?: number | undefined
  disabled?: boolean
  tail?: ReactNode
  onDone?: (value: string) => void
}

export function Field(props: FieldProps) {
  const { label, value, onInput, placeholder = label, type = 'text', maxLength = 140 } = props
  const { error, disabled = false, tail, onDone } = props
  const { focused, ...focus } = useFocus(props.focusAt)
  return (
    <View>
      <View className={cls('field', focused && 'is-focus', error !== undefined && 'is-wrong')}>
        <TextInput
          className='field__input'
          label={label}
          type={type}
          value={value}
          placeholder={placeholder}
          maxLength={maxLength}
          disabled={disabled}
          wrong={error !== undefined}
          onInput={onInput}
          {...focus}
          onDone={onDone}
        />
        {tail}
      </View>
      {error && <FieldError text={error} />}
    </View>
  )
}
