import { View } from '@tarojs/components'
import { cls } from './cls'
import { Icon } from './Icon'
import type { IconName } from './icons'

export type TagProps = {
  text: string
  tone?: 'party' | 'late' | 'warn' | 'info' | 'ok' | undefined
  icon?: IconName | undefined
}

/** 身份与属性小标: square corners = read only. */
export function Tag({ text, tone, icon }: TagProps) {
  return (
    <View className={cls('tag', tone && `tag--${tone}`)}>
      {icon && <Icon name={icon} />}
      {text}
    </View>
  )
}
