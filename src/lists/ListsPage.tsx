import { View } from '@tarojs/components'
import { contains, saidName } from 'domain/kernel/area'
import { useState } from 'react'
import { refresh } from '@/client'
import { stopPullDown } from '@/platform/dialog'
import { usePullDownRefresh } from '@/platform/hooks'
import { Framed } from '@/shell/frame/Framed'
import { useFrame } from '@/shell/frame/frame'
import { guardedPage } from '@/shell/guardedPage'
import { liveDotProps } from '@/shell/live'
import { NoCommunity } from '@/shell/NothingYet'
import { Unreached } from '@/shell/Unreached'
import { useAppState, useCommunity } from '@/store/appState'
import { useTimed } from '@/store/clock'
import { useArea } from '@/store/lists'
import { Icon } from '@/ui/Icon'
import { IconBtn } from '@/ui/IconBtn'
import { type ListName, ListTabs } from '@/ui/ListTabs'
import { LiveDot } from '@/ui/LiveDot'
import { TopNav } from '@/ui/Nav'
import { press } from '@/ui/press'
import { FilterSheet, SORT_NAMES, sortOf } from './FilterSheet'
import { type Filter, FilterChips } from './Filters'
import { areaOf, countsOver } from './filters'
import { showList, useLists } from './listChoices'
import { NeedList } from './NeedList'
import { ResourceList, ServiceList } from './OfferLists'
import { useHome } from './useHome'
import { useListCounts } from './useListCounts'
import './lists.css'

const LISTS = { need: NeedList, resource: ResourceList, service: ServiceList }

/** 三张清单: needs, resources and services of the community in view, or of the town and district around it. */
function ListsPage() {
  const frame = useFrame()
  const community = useCommunity()
  const home = useHome()
  const area = useArea(community)
  const { list, choices } = useLists()
  const [filter, setFilter] = useState<Filter>()
  const counts = useListCounts(community)
  const filled = useAppState((state) => state.filled)
  const shown = community ? countsOver(counts, choices, community, home) : {}
  usePullDownRefresh(() => void refresh().then(stopPullDown))
  const chosen = choices[list]
  const Rows = LISTS[list]
  const atHome = community !== undefined && home !== undefined && contains(community, home)

  return (
    <Framed
      title='清单'
      tab='lists'
      nav={
        <View className='lists-head'>
          <TopNav
            surface
            place={area ? saidName(area.name) : '选社区'}
            onPlace={() => frame.open('/community/areas/index')}
            tail={<IconBtn icon='search' label='搜索' onTap={() => frame.open('/community/search/index')} />}
          />
          <ListTabs current={list} counts={filled ? shown : {}} onSwitch={showList} />
        </View>
      }
      lead={
        <View>
          <View className='lists-filters'>
            {community && <FilterChips list={list} choices={chosen} atHome={atHome} onOpen={setFilter} />}
          </View>
          <View>
            {community && (
              <Bar
                list={list}
                far={areaOf(chosen, community, home).far}
                order={SORT_NAMES[sortOf(chosen, home)]}
                onOrder={() => setFilter('order')}
              />
            )}
          </View>
        </View>
      }
      over={
        filter &&
        community && (
          <FilterSheet
            filter={filter}
            list={list}
            choices={chosen}
            community={community}
            home={home}
            onClose={() => setFilter(undefined)}
          />
        )
      }
    >
      <View>{community && <Unreached />}</View>
      {community ? <Rows key={list} choices={chosen} community={community} home={home} /> : <NoCommunity />}
    </Framed>
  )
}

export default guardedPage('lists', ListsPage, { title: '清单', tab: 'lists' })

interface BarProps {
  list: ListName
  far: boolean
  order: string
  onOrder: () => void
}

/** Whether the list moves by itself, and how it is sorted. */
function Bar({ list, far, order, onOrder }: BarProps) {
  const session = useAppState()
  const come = useLists((state) => state.come)
  const dot = useTimed((now) => liveDotProps(session, now, come), [session, come])
  return (
    <View className='lists-bar row row--between'>
      {far ? <View className='t-foot'>范围大，一页一页看</View> : <LiveDot {...dot} />}
      {list === 'need' && !far && (
        <View className='lists-sort row t-foot' {...press(onOrder, { label: `排序，${order}` })}>
          {order}
          <Icon name='chevron-down' size={16} />
        </View>
      )}
    </View>
  )
}
