import { View } from '@tarojs/components'
import { Btn } from './Btn'
import { cls } from './cls'
import { Icon } from './Icon'
import type { IconName } from './icons'

export type EmptyProps = {
  icon: IconName
  /** something has been done, rather than that there is nothing */
  done?: boolean | undefined
  title: string
  note?: string | undefined
  action?: { text: string; icon?: IconName; onTap: () => void } | undefined
}

/** Nothing there, or not reached: one sentence and one way out. */
export function Empty({ icon, done, title, note, action }: EmptyProps) {
  return (
    <View className='card empty'>
      <View className={cls('empty__pic', done && 'empty__pic--done')}>
        <Icon name={icon} size={32} />
      </View>
      <View className='empty__t'>{title}</View>
      {note && <View className='empty__d'>{note}</View>}
      {action && <Btn size='s' {...action} />}
    </View>
  )
}
