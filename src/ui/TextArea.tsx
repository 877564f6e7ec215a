import { View } from '@tarojs/components'
import { lengthOf } from 'domain/kernel/grapheme'
import type { ReactNode } from 'react'
import { cls } from './cls'
import { FieldError } from './FieldError'
import { TextInput } from './TextInput'
import { useFocus } from './useFocus'

export type TextAreaProps = {
  label: string
  value: string
  onInput: (value: string) => void
  placeholder?: string
  max?: number
  /** bottom left, until there is something to count */
  hint?: string | undefined
  error?: string | undefined
  /** each new number moves the cursor here */
  focusAt?: number | undefined
  /** bottom right: a button to speak */
  tail?: ReactNode
}

export function TextArea(props: TextAreaProps) {
  const { label, value, onInput, placeholder = label, max = 500, hint, error, tail } = props
  const { focused, ...focus } = useFocus(props.focusAt)
  const length = lengthOf(value)
  const nearlyFull = length > max * 0.8
  return (
    <View>
      <View className={cls('textarea', focused && 'is-focus', error !== undefined && 'is-wrong')}>
        <TextInput
          lines
          className='textarea__text'
          label={label}
          value={value}
          placeholder={placeholder}
          maxLength={max}
          wrong={error !== undefined}
          onInput={onInput}
          {...focus}
        />
        <View className='textarea__foot'>
          <View className='t-foot grow'>{hint && !nearlyFull ? hint : `${length}/${max}`}</View>
          {tail}
        </View>
      </View>
      {error && <FieldError text={error} />}
    </View>
  )
}
