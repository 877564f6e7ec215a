import { View } from '@tarojs/components'
import { cls } from './cls'
import { Icon } from './Icon'
import type { IconName } from './icons'
import { press } from './press'

export type ChoiceProps<Value extends string> = {
  label: string
  options: { value: Value; text: string; icon?: IconName }[]
  value: Value | undefined
  onChange: (value: Value) => void
}

/** Chips of which exactly one is on. */
export function Choice<Value extends string>({ label, options, value, onChange }: ChoiceProps<Value>) {
  return (
    <View className='chips' role='radiogroup' aria-label={label}>
      {options.map((option) => (
        <View
          key={option.value}
          className={cls('chip', option.value === value ? 'chip--on' : 'chip--line')}
          aria-checked={option.value === value}
          {...press(() => onChange(option.value), { role: 'radio' })}
        >
          {option.icon && <Icon name={option.icon} />}
          <View>{option.text}</View>
        </View>
      ))}
    </View>
  )
}
