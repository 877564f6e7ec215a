import { View } from '@tarojs/components'
import { useUnderWay } from '@/need/useUnderWay'
import { needRowProps } from '@/need/view/needCard'
import { useFrame } from '@/shell/frame/frame'
import { Guarded } from '@/shell/Guarded'
import { useTimed } from '@/store/clock'
import type { NeedView } from '@/store/records'
import { Card } from '@/ui/Card'
import { NeedRow } from '@/ui/NeedRow'
import { Section } from '@/ui/Section'

const MOST = 3

/** 我的点单: what is under way, the first with how far it is. */
export function MyNeedRows() {
  const frame = useFrame()
  const underWay = useUnderWay()
  if (underWay.length === 0) return null
  return (
    <View>
      <Section
        tight
        title='我的点单'
        note={`${underWay.length} 件在办`}
        more={{ text: '全部', onTap: () => frame.open('/member/needs/index') }}
      />
      <Card pad={false}>
        {underWay.slice(0, MOST).map((view, index) => (
          <Guarded key={view.need.id} part='my need' of={view}>
            <MyNeedRow view={view} first={index === 0} />
          </Guarded>
        ))}
      </Card>
    </View>
  )
}

function MyNeedRow({ view, first }: { view: NeedView; first: boolean }) {
  const frame = useFrame()
  const { progress, ...row } = useTimed((now) => needRowProps(view, now), [view])
  return (
    <NeedRow
      {...row}
      progress={first ? progress : undefined}
      onTap={() => frame.open('/pages/need/index', { id: view.need.id })}
    />
  )
}
