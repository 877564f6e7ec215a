import { View } from '@tarojs/components'
import { cls } from './cls'
import { press } from './press'

export type SwitchProps = {
  /** read aloud; what is shown stands beside it */
  label: string
  on: boolean
  onChange: (on: boolean) => void
}

/** 开关, at the end of a FormRow. */
export function Switch({ label, on, onChange }: SwitchProps) {
  return (
    <View
      className={cls('switch', on && 'switch--on')}
      aria-checked={on}
      {...press(() => onChange(!on), { role: 'switch', label })}
    />
  )
}
