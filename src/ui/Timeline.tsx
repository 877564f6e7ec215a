import { View } from '@tarojs/components'
import { Icon } from './Icon'
import type { IconName } from './icons'

export type TimelineEntry = {
  id: string
  title: string
  time?: string | undefined
  note?: string | undefined
  state: 'done' | 'now' | 'next'
  /** a tick when done, a walker now, a face for what comes */
  icon?: IconName | undefined
}

const ICONS = { done: 'check', now: 'walk', next: 'mood-smile' } as const
/** What colour and shape of the dot say. */
const SAID = { done: '已完成', now: '正在进行', next: '接下来' } as const

/** 时间线 */
export function Timeline({ entries }: { entries: TimelineEntry[] }) {
  return (
    <View className='timeline' role='list'>
      {entries.map(({ id, title, time, note, state, icon }) => (
        <View key={id} className={`tl tl--${state}`} role='listitem'>
          <View className='tl__dot' role='img' aria-label={SAID[state]}>
            <Icon name={icon ?? ICONS[state]} />
          </View>
          <View className='tl__body'>
            <View className='tl__h'>
              <View className='tl__t'>{title}</View>
              <View className='tl__time'>{time}</View>
            </View>
            {note && <View className='tl__d'>{note}</View>}
          </View>
        </View>
      ))}
    </View>
  )
}
