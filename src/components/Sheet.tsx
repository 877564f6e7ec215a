import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from './Icon'
import { press } from './press'

export type SheetProps = {
  title: string
  children?: ReactNode
  /** buttons, side by side */
  actions?: ReactNode
  onClose: () => void
}

/** 弹层: to choose or to confirm. Goes into `over` of the Page; a tap beside it closes. */
export function Sheet({ title, children, actions, onClose }: SheetProps) {
  return (
    <View>
      <View className='scrim' catchMove onClick={onClose} />
      <View className='sheet' role='dialog' aria-modal='true' aria-label={title}>
        <View className='sheet__grip' />
        <View className='sheet__head'>
          <View className='sheet__title'>{title}</View>
          <View className='icon-btn' {...press(onClose, { label: '关闭' })}>
            <Icon name='x' size={24} />
          </View>
        </View>
        <View className='sheet__body'>{children}</View>
        {actions && <View className='sheet__acts'>{actions}</View>}
      </View>
    </View>
  )
}
