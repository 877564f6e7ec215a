import { View } from '@tarojs/components'
import { cls } from './cls'
import type { IconName } from './icons'

export type IconProps = {
  name: IconName
  /** px; 20 when left out, or what the surrounding class says */
  size?: 12 | 14 | 16 | 18 | 24 | 28 | 32 | 40
  spin?: boolean
}

/** Classes of an element that begins with an icon: drawn without a node of its own, which counts in lists. */
export const lead = (name: IconName) => `lead i-${name}`

export function Icon({ name, size, spin }: IconProps) {
  return <View className={cls('i', `i-${name}`, size && `i--${size}`, spin && 'i--spin')} />
}
