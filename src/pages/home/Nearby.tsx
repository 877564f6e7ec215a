import { View } from '@tarojs/components'
import type { AreaCode } from 'domain/area'
import type { NeedStatus } from 'domain/need'
import { Empty } from '@/components/Empty'
import { LiveDot } from '@/components/LiveDot'
import { NeedCard } from '@/components/NeedCard'
import { Section } from '@/components/Section'
import { goTo } from '@/platform/navigation'
import { useNeeds } from '@/store/needs'
import { useRecords } from '@/store/records'
import { useSession } from '@/store/session'
import { placeText } from '@/view/areaNames'
import { liveDotProps } from '@/view/live'
import { needCardProps } from '@/view/needCard'
import { openList } from '../lists/openList'
import { NothingYet } from '../NothingYet'
import { useFilling } from '../useFilling'
import { useNow } from '../useNow'

const MOST = 5
const UNDER_WAY: NeedStatus[] = ['dispatched', 'claimed', 'serving']

/** 附近的需求: the newest of the community in view. */
export function Nearby({ community }: { community: AreaCode }) {
  const views = useNeeds({ area: community, listed: true, statuses: UNDER_WAY })
  const areas = useRecords((records) => records.areas)
  const session = useSession()
  const filling = useFilling()
  const now = useNow()
  return (
    <View>
      <Section
        tight
        title='附近的需求'
        note={<LiveDot {...liveDotProps(session, now)} />}
        more={{ text: '全部', onTap: () => openList('need') }}
      />
      {views.slice(0, MOST).map((view) => (
        <NeedCard
          key={view.need.id}
          {...needCardProps(view, now, placeText(areas, view.summary, community))}
          onTap={() => goTo('/pages/need/index', { id: view.need.id })}
        />
      ))}
      {views.length === 0 &&
        (filling === 'filled' ? (
          <Empty icon='mood-empty' title='附近暂时没有新需求' note='有了会第一时间告诉您' />
        ) : (
          <NothingYet filling={filling} />
        ))}
    </View>
  )
}
