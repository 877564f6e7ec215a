import { View } from '@tarojs/components'
import { lead } from './Icon'
import { type IconName, kindIcon } from './icons'
import { kindTone } from './kindTone'

export type KindLabelProps = {
  kind: string
  /** 求助 · 水管下水 */
  text: string
  /** of the category; of the kind when left out */
  icon?: IconName | undefined
}

export function KindLabel({ kind, text, icon }: KindLabelProps) {
  return <View className={`kind ${kindTone(kind)} ${lead(icon ?? kindIcon(kind))}`}>{text}</View>
}
