import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { cls } from '@/ui/cls'

/** One heading of the board, and what it shows. */
export function Block({ title, children, wide }: { title: string; children: ReactNode; wide?: boolean }) {
  return (
    <View className={cls('board__block', wide && 'board__block--wide')}>
      <View className='board__title'>{title}</View>
      {children}
    </View>
  )
}

/** A little phone: what is fixed to the screen is fixed to this. */
export function Frame({ height, children }: { height: 's' | 'm' | 'l'; children: ReactNode }) {
  return <View className={`board__frame board__frame--${height}`}>{children}</View>
}

/** What the board's controls do. */
export const nothing = () => {}
