import { Button, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { cls } from './cls'
import { press } from './press'

export type ShareAreaProps = {
  label: string
  className?: string
  children: ReactNode
  /** in a browser; WeChat opens its own list of friends and asks the page what to send */
  onShare: () => void
}

/** What sends a card to a friend when it is tapped. */
export function ShareArea({ label, className, children, onShare }: ShareAreaProps) {
  if (process.env.TARO_ENV === 'h5')
    return (
      <View className={cls(className)} {...press(onShare, { label })}>
        {children}
      </View>
    )
  return (
    <Button className={cls('share-area', className)} openType='share' aria-label={label} hoverClass='pressed'>
      {children}
    </Button>
  )
}
