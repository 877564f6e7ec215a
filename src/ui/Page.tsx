import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { cls } from './cls'

export type PageProps = {
  nav?: ReactNode
  /** edge to edge under the bar: sync banner, list tabs, filters */
  lead?: ReactNode
  children: ReactNode
  /** fixed at the bottom: TabBar or ActionBar; `pad` keeps room for it */
  foot?: ReactNode
  /** sheets and pills: last, so that coming and going re-sends nothing else (setData) */
  over?: ReactNode
  pad?: 'none' | 'tab' | 'bar' | 'note'
  /** px, from the platform: status bar, room for the capsule, height of the bar that holds it */
  safeTop?: number | undefined
  capsuleWidth?: number | undefined
  navHeight?: number | undefined
  /** 1…1.35, from the phone: what its owner set text to */
  textScale?: number | undefined
  className?: string
}

const variable = (name: string, value: number | undefined, unit = 'px') =>
  value === undefined ? {} : { [name]: `${value}${unit}` }

/** Root of every page. */
export function Page({ nav, lead, children, foot, over, pad = 'none', className, ...room }: PageProps) {
  const style = {
    ...variable('--safe-top', room.safeTop),
    ...variable('--capsule-w', room.capsuleWidth),
    ...variable('--nav-h', room.navHeight),
    ...variable('--text-scale', room.textScale, ''),
  }
  return (
    <View className={cls('page', className)} style={style}>
      <View role='main'>
        {nav}
        <View>{lead}</View>
        <View className={cls('content', pad !== 'none' && `content--${pad}`)}>{children}</View>
        <View>{foot}</View>
      </View>
      <View>{over}</View>
    </View>
  )
}
