import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { cls } from './cls'
import { Icon } from './Icon'
import { press } from './press'

export type CheckProps = {
  /** consent is never ticked beforehand */
  checked: boolean
  onChange: (checked: boolean) => void
  /** read aloud */
  label: string
  /** what is shown, with links; `label` when left out */
  children?: ReactNode
}

export function Check({ checked, onChange, label, children = label }: CheckProps) {
  const toggle = () => onChange(!checked)
  return (
    <View className='agree' onClick={toggle}>
      <View
        className={cls('check', checked && 'check--on')}
        aria-checked={checked}
        {...press(toggle, { role: 'checkbox', label })}
      >
        <Icon name='check' size={16} />
      </View>
      <View className='agree__t'>{children}</View>
    </View>
  )
}
