import { View } from '@tarojs/components'
import { cls } from './cls'
import { press } from './press'

export type SwitchProps = { label: string; on: boolean; onChange: (on: boolean) => void }

export function Switch({ label, on, onChange }: SwitchProps) {
  return (
    <View
      className={cls('switch', on && 'switch--on')}
      aria-checked={on}
      {...press(() => onChange(!on), { role: 'switch', label })}
    />
  )
}
