import { View } from '@tarojs/components'
import { useState } from 'react'
import { Choice } from '@/components/Choice'
import { Field } from '@/components/Field'
import { FormLabel } from '@/components/FormLabel'
import { serverNow } from '@/store/session'
import { whenChoices } from '@/view/when'

const OTHER = '另选'

interface WhenPickerProps {
  value: string | undefined
  error: string | undefined
  onChange: (text: string | undefined) => void
}

/** 什么时间方便: tapped, or in one's own words. */
export function WhenPicker({ value, error, onChange }: WhenPickerProps) {
  const choices = whenChoices(serverNow())
  const known = choices.some((each) => each.value === value)
  const [other, setOther] = useState(false)
  const own = (other && !known) || (value !== undefined && !known)
  const choose = (text: string) => {
    setOther(text === OTHER)
    onChange(text === OTHER ? undefined : text)
  }
  return (
    <View id='place-when'>
      <FormLabel text='什么时间方便' hint='选填' />
      <Choice
        label='什么时间方便'
        options={[...choices, { value: OTHER, text: OTHER }]}
        value={own ? OTHER : value}
        onChange={choose}
      />
      <View className={own ? 'mt-3' : ''}>
        {own && (
          <Field
            label='什么时间方便'
            placeholder='比如：周六上午，或下班以后'
            value={value ?? ''}
            maxLength={40}
            error={error}
            onInput={onChange}
          />
        )}
      </View>
    </View>
  )
}
