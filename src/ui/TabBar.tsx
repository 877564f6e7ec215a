import { View } from '@tarojs/components'
import { cls } from './cls'
import { Icon } from './Icon'
import type { IconName } from './icons'
import { press } from './press'

export type TabName = 'home' | 'lists' | 'place' | 'work' | 'me'

export type Tab = { name: TabName; text: string; icon: IconName }

const TABS: Tab[] = [
  { name: 'home', text: '首页', icon: 'home' },
  { name: 'lists', text: '清单', icon: 'list-details' },
  { name: 'place', text: '点单', icon: 'plus' },
  { name: 'work', text: '工作台', icon: 'clipboard-check' },
  { name: 'me', text: '我的', icon: 'user' },
]

export type TabBarProps = {
  /** other than the five, such as the three of 长辈版 */
  tabs?: Tab[] | undefined
  current: TabName
  /** only what waits for me to do something */
  badges?: Partial<Record<TabName, number>>
  onSwitch: (name: TabName) => void
}

/** 标签栏: five cells, 点单 a raised plus. */
export function TabBar({ tabs = TABS, current, badges = {}, onSwitch }: TabBarProps) {
  return (
    <View className='tabbar' role='tablist' aria-label='主导航'>
      {tabs.map(({ name, text, icon }) => {
        const count = badges[name] ?? 0
        const label = count > 0 ? `${text}，${count} 件待处理` : text
        const center = name === 'place'
        const look = center ? 'tabbar__item--center' : name === current && 'tabbar__item--on'
        return (
          <View
            key={name}
            className={cls('tabbar__item', look)}
            aria-selected={name === current}
            {...press(() => onSwitch(name), { role: 'tab', label })}
          >
            {center ? (
              <View className='tabbar__plus'>
                <Icon name={icon} />
              </View>
            ) : (
              <Icon name={icon} />
            )}
            <View>{text}</View>
            {count > 0 && <View className='badge'>{count > 99 ? '99+' : count}</View>}
          </View>
        )
      })}
    </View>
  )
}
