import { View } from '@tarojs/components'
import { cls } from './cls'
import { Icon } from './Icon'
import type { IconName } from './icons'
import { press } from './press'

export type IconBtnProps = { icon: IconName; label: string; round?: boolean; onTap: () => void }

export function IconBtn({ icon, label, round, onTap }: IconBtnProps) {
  return (
    <View className={cls('icon-btn', round && 'icon-btn--round')} {...press(onTap, { label })}>
      <Icon name={icon} size={24} />
    </View>
  )
}
