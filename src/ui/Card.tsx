import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { cls } from './cls'
import { press } from './press'

export type CardProps = {
  children: ReactNode
  look?: 'xl' | 'flat' | 'line'
  /** false: the content brings its own padding */
  pad?: boolean
  className?: string
  onTap?: (() => void) | undefined
}

export function Card({ children, look, pad = true, className, onTap }: CardProps) {
  return (
    <View
      className={cls('card', look && `card--${look}`, pad && 'card--pad', className)}
      {...press(onTap, { hover: 'pressed-card' })}
    >
      {children}
    </View>
  )
}
