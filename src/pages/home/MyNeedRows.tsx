import { View } from '@tarojs/components'
import type { NeedStatus } from 'domain/need'
import { Card } from '@/components/Card'
import { NeedRow } from '@/components/NeedRow'
import { Section } from '@/components/Section'
import { goTo, switchTab } from '@/platform/navigation'
import { useMyNeeds } from '@/store/needs'
import type { NeedView } from '@/store/records'
import { needRowProps } from '@/view/needCard'
import { stepOf } from '@/view/needStatus'
import { useNow } from '../useNow'

const MOST = 3
const ALL_DONE = 6

const byStatus = (status: NeedStatus) => (a: NeedView, b: NeedView) =>
  Number(b.need.status === status) - Number(a.need.status === status)

/** 我的点单: what is under way, the first with how far it is; what waits for a rating comes first. */
export function MyNeedRows() {
  const now = useNow()
  const underWay = useMyNeeds()
    .filter(({ need }) => (stepOf(need) ?? ALL_DONE) < ALL_DONE)
    .sort(byStatus('served'))
  if (underWay.length === 0) return null
  return (
    <View>
      <Section
        tight
        title='我的点单'
        note={`${underWay.length} 件在办`}
        more={{ text: '全部', onTap: () => switchTab('/pages/me/index') }}
      />
      <Card pad={false}>
        {underWay.slice(0, MOST).map((view, index) => {
          const { progress, ...row } = needRowProps(view, now)
          return (
            <NeedRow
              key={view.need.id}
              {...row}
              progress={index === 0 ? progress : undefined}
              onTap={() => goTo('/pages/need/index', { id: view.need.id })}
            />
          )
        })}
      </Card>
    </View>
  )
}
