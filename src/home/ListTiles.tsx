import { View } from '@tarojs/components'
import { openList } from '@/lists/openList'
import { useListCounts } from '@/lists/useListCounts'
import { useCommunity } from '@/store/appState'
import { Icon } from '@/ui/Icon'
import type { IconName } from '@/ui/icons'
import type { ListName } from '@/ui/ListTabs'
import { press } from '@/ui/press'

const TILES: { list: ListName; text: string; unit: string; icon: IconName }[] = [
  { list: 'need', text: '需求清单', unit: '件待接', icon: 'heart-handshake' },
  { list: 'resource', text: '资源清单', unit: '项可用', icon: 'box' },
  { list: 'service', text: '服务清单', unit: '项可点', icon: 'clipboard-list' },
]

/** How much the three lists of the community in view hold. */
export function ListTiles() {
  const counts = useListCounts(useCommunity())
  return (
    <View className='home-lists'>
      {TILES.map(({ list, text, unit, icon }) => (
        <View
          key={list}
          className='card home-list'
          {...press(() => openList(list), {
            label: `${text}，${counts[list]} ${unit}`,
            hover: 'pressed-card',
          })}
        >
          <View className='home-list__l'>
            <Icon name={icon} size={16} />
            {text}
          </View>
          <View className='home-list__n'>
            {counts[list]}
            <View className='unit'>{unit}</View>
          </View>
        </View>
      ))}
    </View>
  )
}
