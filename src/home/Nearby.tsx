import { View } from '@tarojs/components'
import type { AreaCode } from 'domain/kernel/area'
import { isOpen, PUBLIC_STATUSES } from 'domain/need/status'
import { ListedNeed } from '@/lists/cards'
import { openList, openTownNeeds } from '@/lists/openList'
import { useHome } from '@/lists/useHome'
import { isMine, useNeeds } from '@/need/store/needs'
import { Guarded } from '@/shell/Guarded'
import { liveDotProps } from '@/shell/live'
import { NothingYet } from '@/shell/NothingYet'
import { useFilling } from '@/shell/useFilling'
import { useAppState } from '@/store/appState'
import { useTimed } from '@/store/clock'
import { Empty } from '@/ui/Empty'
import { LiveDot } from '@/ui/LiveDot'
import { Section } from '@/ui/Section'

const MOST = 5
const UNDER_WAY = PUBLIC_STATUSES.filter((status) => isOpen({ status }))

/** 附近的需求: the newest of the community in view. One's own stand above, under 我的点单. */
export function Nearby({ community }: { community: AreaCode }) {
  const listed = useNeeds({ area: community, listed: true, statuses: UNDER_WAY })
  const views = listed.filter((view) => !isMine(view))
  const session = useAppState()
  const atHome = useHome()?.startsWith(community)
  const filling = useFilling()
  const dot = useTimed((now) => liveDotProps(session, now), [session])
  return (
    <View>
      <Section
        tight
        title='附近的需求'
        note={<LiveDot {...dot} />}
        more={{ text: atHome ? '同社区' : '全部', onTap: () => openList('need') }}
      />
      {views.slice(0, MOST).map((view) => (
        <Guarded key={view.need.id} part='need' of={view}>
          <ListedNeed view={view} brief />
        </Guarded>
      ))}
      {views.length === 0 &&
        (filling === 'filled' ? (
          <Empty
            icon='heart-handshake'
            title='附近暂时没有新需求'
            note='有了会第一时间告诉您'
            action={{ text: '看看全镇的', onTap: openTownNeeds }}
          />
        ) : (
          <NothingYet filling={filling} />
        ))}
    </View>
  )
}
