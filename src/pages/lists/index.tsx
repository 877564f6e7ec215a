import { View } from '@tarojs/components'
import { type AreaCode, saidName } from 'domain/area'
import { useState } from 'react'
import { Icon } from '@/components/Icon'
import { IconBtn } from '@/components/IconBtn'
import { type ListName, ListTabs } from '@/components/ListTabs'
import { LiveDot } from '@/components/LiveDot'
import { TopNav } from '@/components/Nav'
import { press } from '@/components/press'
import { SearchBar } from '@/components/SearchBar'
import { stopPullDown } from '@/platform/dialog'
import { usePullDownRefresh } from '@/platform/hooks'
import { goTo } from '@/platform/navigation'
import { useArea } from '@/store/lists'
import { useCommunity, useSession } from '@/store/session'
import { refresh } from '@/sync'
import { liveDotProps } from '@/view/live'
import { AppPage } from '../AppPage'
import { PickCommunity } from '../NothingYet'
import { useListCounts } from '../useListCounts'
import { useNow } from '../useNow'
import { type Filter, FilterChips, FilterSheet, ORDERS } from './Filters'
import { areaIn, isFar } from './filters'
import { type Choices, search, showList, toggleSearch, useLists } from './listChoices'
import { NeedList } from './NeedList'
import { ResourceList, ServiceList } from './OfferLists'
import './lists.css'

const LISTS = { need: NeedList, resource: ResourceList, service: ServiceList }
const SOUGHT: Record<ListName, string> = { need: '搜需求或单号', resource: '搜资源', service: '搜服务' }

/** 三张清单: needs, resources and services of the community in view, or of the town and district around it. */
export default function ListsPage() {
  const community = useCommunity()
  const area = useArea(community)
  const { list, choices, q, searching } = useLists()
  const [filter, setFilter] = useState<Filter>()
  const counts = useListCounts(community)
  const filled = useSession((state) => state.filled)
  usePullDownRefresh(() => void refresh().then(stopPullDown))
  const chosen = choices[list]
  const Rows = LISTS[list]

  return (
    <AppPage
      tab='lists'
      nav={
        <View className='lists-head'>
          <TopNav
            surface
            place={area ? saidName(area.name) : '选社区'}
            onPlace={() => goTo('/community/areas/index')}
            tail={
              <IconBtn
                icon={searching ? 'x' : 'search'}
                label={searching ? '不搜了' : '搜索'}
                onTap={toggleSearch}
              />
            }
          />
          <ListTabs current={list} counts={filled && community ? counts : {}} onSwitch={showList} />
        </View>
      }
      lead={
        <View>
          <View>
            {searching && (
              <View className='lists-search'>
                <SearchBar focus value={q} placeholder={SOUGHT[list]} onInput={search} />
              </View>
            )}
          </View>
          <View className='lists-filters'>
            {community && (
              <FilterChips list={list} choices={chosen} community={community} onOpen={setFilter} />
            )}
          </View>
          <View>
            {community && (
              <Bar list={list} choices={chosen} community={community} onOrder={() => setFilter('order')} />
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
            onClose={() => setFilter(undefined)}
          />
        )
      }
    >
      {community ? (
        <Rows key={list} choices={chosen} q={q.trim()} community={community} />
      ) : (
        <PickCommunity />
      )}
    </AppPage>
  )
}

interface BarProps {
  list: ListName
  choices: Choices
  community: AreaCode
  onOrder: () => void
}

/** Whether the list moves by itself, and how it is sorted. */
function Bar({ list, choices, community, onOrder }: BarProps) {
  const now = useNow()
  const session = useSession()
  const far = isFar(areaIn(community, choices.area))
  const order = ORDERS.find(({ value }) => value === (choices.order ?? 'newest'))
  return (
    <View className='lists-bar row row--between'>
      {far ? <View className='t-foot'>范围大，一页一页看</View> : <LiveDot {...liveDotProps(session, now)} />}
      {list === 'need' && !far && (
        <View className='lists-sort row t-foot' {...press(onOrder, { label: `排序，${order?.text}` })}>
          {order?.text}
          <Icon name='chevron-down' size={16} />
        </View>
      )}
    </View>
  )
}
