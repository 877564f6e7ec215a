import { View } from '@tarojs/components'
import { cls } from './cls'

export type AvatarTone = 'blue' | 'purple' | 'amber' | 'grey'
export type AvatarProps = {
  letter: string
  size?: 's' | 'm' | 'l'
  /** teal when left out */
  tone?: AvatarTone | undefined
}

export function Avatar({ letter, size = 'm', tone }: AvatarProps) {
  const look = cls('avatar', size !== 'm' && `avatar--${size}`, tone && `avatar--${tone}`)
  return (
    <View className={look} aria-hidden>
      {letter}
    </View>
  )
}
