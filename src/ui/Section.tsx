import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { cls } from './cls'
import { Icon } from './Icon'
import { press } from './press'

export type SectionProps = {
  title: string
  /** a few words after the title, or a LiveDot */
  note?: ReactNode
  more?: { text: string; onTap: () => void } | undefined
  tight?: boolean
}

/** 区块标题 */
export function Section({ title, note, more, tight }: SectionProps) {
  return (
    <View className={cls('sec', tight && 'sec--tight')}>
      <View className='sec__title' role='heading' aria-level='2'>
        {title}
        <View className='sec__note'>{note}</View>
      </View>
      {more && (
        <View className='sec__more' {...press(more.onTap, { label: `${title}，${more.text}` })}>
          {more.text}
          <Icon name='chevron-right' size={16} />
        </View>
      )}
    </View>
  )
}
