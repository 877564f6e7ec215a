import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { cls } from './cls'
import { Icon } from './Icon'
import type { IconName } from './icons'

export type NoteProps = { tone?: 'info' | 'ok' | 'warn' | 'late'; icon?: IconName; children: ReactNode }

const ICONS = {
  plain: 'info-circle',
  info: 'info-circle',
  ok: 's-done',
  warn: 'alert-circle',
  late: 'alert-circle',
} as const

/** 提示 */
export function Note({ tone, icon, children }: NoteProps) {
  return (
    <View className={cls('note', tone && `note--${tone}`)}>
      <Icon name={icon ?? ICONS[tone ?? 'plain']} />
      <View className='grow'>{children}</View>
    </View>
  )
}
