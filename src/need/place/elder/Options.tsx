import { View } from '@tarojs/components'
import { cls } from '@/ui/cls'
import { Icon } from '@/ui/Icon'
import type { IconName } from '@/ui/icons'
import { press } from '@/ui/press'

interface OptionsProps {
  label: string
  options: { value: string; text: string; icon?: IconName }[]
  value: string | undefined
  /** two in a row, with a large icon */
  half?: boolean
  onChange: (value: string) => void
}

/** Large answers to one question, of which exactly one is on. */
export function Options({ label, options, value, half, onChange }: OptionsProps) {
  return (
    <View className='ask__rows' role='radiogroup' aria-label={label}>
      {options.map((option) => {
        const on = option.value === value
        return (
          <View
            key={option.value}
            className={cls('ask__row', half && 'ask__row--half', on && 'ask__row--on')}
            aria-checked={on}
            {...press(() => onChange(option.value), { role: 'radio' })}
          >
            {option.icon && <Icon name={option.icon} />}
            <View className='t-head grow'>{option.text}</View>
            {on && <Icon name='check' />}
          </View>
        )
      })}
    </View>
  )
}
