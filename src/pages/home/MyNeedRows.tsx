import { View } from '@tarojs/components'
import { Card } from '@/components/Card'
import { NeedRow } from '@/components/NeedRow'
import { Section } from '@/components/Section'
import { goTo } from '@/platform/navigation'
import { needRowProps } from '@/view/needCard'
import { useNow } from '../useNow'
import { useUnderWay } from '../useUnderWay'

const MOST = 3

/** 我的点单: what is under way, the first with how far it is. */
export function MyNeedRows() {
  const now = useNow()
  const underWay = useUnderWay()
  if (underWay.length === 0) return null
  return (
    <View>
      <Section
        tight
        title='我的点单'
        note={`${underWay.length} 件在办`}
        more={{ text: '全部', onTap: () => goTo('/member/needs/index') }}
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
