import { View } from '@tarojs/components'
import { cls } from './cls'
import { press } from './press'

export type ListName = 'need' | 'resource' | 'service'

const LISTS: { name: ListName; text: string }[] = [
  { name: 'need', text: '需求清单' },
  { name: 'resource', text: '资源清单' },
  { name: 'service', text: '服务清单' },
]

export type ListTabsProps = {
  current: ListName
  counts?: Partial<Record<ListName, number>>
  onSwitch: (name: ListName) => void
}

/** 清单切换 */
export function ListTabs({ current, counts = {}, onSwitch }: ListTabsProps) {
  return (
    <View className='list-tabs' role='tablist' aria-label='三张清单'>
      {LISTS.map(({ name, text }) => (
        <View
          key={name}
          className={cls('list-tabs__item', name === current && 'list-tabs__item--on')}
          aria-selected={name === current}
          {...press(() => onSwitch(name), { role: 'tab' })}
        >
          {text}
          <View className='list-tabs__n'>{counts[name] ?? ''}</View>
        </View>
      ))}
    </View>
  )
}
