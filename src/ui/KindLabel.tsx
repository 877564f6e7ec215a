import { View } from '@tarojs/components'
import { type IconName, kindIcon, kindTone } from './icons'

export type KindLabelProps = {
  kind: string
  /** 求助 · 水管下水 */
  text: string
  /** of the category; of the kind when left out */
  icon?: IconName | undefined
}

export function KindLabel({ kind, text, icon }: KindLabelProps) {
  return <View className={`kind ${kindTone(kind)} lead i-${icon ?? kindIcon(kind)}`}>{text}</View>
}
