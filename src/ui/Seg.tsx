import { View } from '@tarojs/components'
import { cls } from './cls'
import { Icon } from './Icon'
import type { IconName } from './icons'
import { press } from './press'

export type SegProps<Value extends string> = {
  label: string
  options: { value: Value; text: string; icon?: IconName }[]
  value: Value
  onChange: (value: Value) => void
}

/** 分段: two to four choices; more are a Choice. */
export function Seg<Value extends string>({ label, options, value, onChange }: SegProps<Value>) {
  return (
    <View className='seg' role='radiogroup' aria-label={label}>
      {options.map((option) => (
        <View
          key={option.value}
          className={cls('seg__item', option.value === value && 'seg__item--on')}
          aria-checked={option.value === value}
          {...press(() => onChange(option.value), { role: 'radio' })}
        >
          {option.icon && <Icon name={option.icon} size={16} />}
          <View>{option.text}</View>
        </View>
      ))}
    </View>
  )
}
