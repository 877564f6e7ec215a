import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { cls } from './cls'
import { Icon } from './Icon'
import { Mark } from './Mark'
import { press } from './press'

export type NavProps = { title: string; onBack?: (() => void) | undefined; surface?: boolean }

/** Navigation bar of a second-level page: back and a centred title. */
export function Nav({ title, onBack, surface }: NavProps) {
  return (
    <View className={cls('nav', surface && 'nav--surface')}>
      <View className='nav__bar nav__bar--centred'>
        <View className='nav__side'>
          {onBack && (
            <View className='nav__back' {...press(onBack, { label: '返回' })}>
              <Icon name='chevron-left' size={28} />
            </View>
          )}
        </View>
        <View className='nav__title' role='heading' aria-level='1'>
          {title}
        </View>
        <View className='nav__side' />
      </View>
    </View>
  )
}

export type TopNavProps = {
  /** with the mark: home */
  brand?: string
  onHoldBrand?: () => void
  /** large title: 工作台, 我的 */
  heading?: string
  place?: string | undefined
  onPlace?: () => void
  /** icon buttons left of WeChat's capsule */
  tail?: ReactNode
  surface?: boolean
}

/** Navigation bar of a tab page: brand or heading, then the place that can be switched. */
export function TopNav({ brand, onHoldBrand, heading, place, onPlace, tail, surface }: TopNavProps) {
  const title = brand ?? heading
  return (
    <View className={cls('nav', surface && 'nav--surface')}>
      <View className='nav__bar'>
        {brand && <Mark />}
        {title && (
          <View
            className={brand ? 'nav__brand' : 'nav__heading'}
            role='heading'
            aria-level='1'
            {...(onHoldBrand && { onLongPress: onHoldBrand })}
          >
            {title}
          </View>
        )}
        {title && place && <View className='nav__sep' />}
        {place && (
          <View
            className={cls('place', !title && 'place--big')}
            {...press(onPlace, { label: `${place}，换个地方` })}
          >
            <View>{place}</View>
            {onPlace && <Icon name='chevron-down' size={title ? 16 : 18} />}
          </View>
        )}
        {tail && <View className='nav__tail'>{tail}</View>}
      </View>
    </View>
  )
}
