import { View } from '@tarojs/components'
import { Btn } from './Btn'
import { Icon } from './Icon'
import type { IconName } from './icons'

export type EmptyProps = {
  icon: IconName
  title: string
  note?: string | undefined
  action?: { text: string; icon?: IconName; onTap: () => void } | undefined
}

/** Nothing there, or not reached: one sentence and one way out. */
export function Empty({ icon, title, note, action }: EmptyProps) {
  return (
    <View className='card empty'>
      <View className='empty__pic'>
        <Icon name={icon} size={32} />
      </View>
      <View className='empty__t'>{title}</View>
      {note && <View className='empty__d'>{note}</View>}
      {action && <Btn size='s' {...action} />}
    </View>
  )
}
