import { View } from '@tarojs/components'
import { useState } from 'react'
import { switchTab } from '@/platform/navigation'
import { useFrame } from '@/shell/frame/frame'
import { Guarded } from '@/shell/Guarded'
import { NothingYet } from '@/shell/NothingYet'
import { useFilling } from '@/shell/useFilling'
import { useSay } from '@/shell/useSay'
import type { NeedView } from '@/store/records'
import { Btn } from '@/ui/Btn'
import { Card } from '@/ui/Card'
import { Empty } from '@/ui/Empty'
import { NeedRow } from '@/ui/NeedRow'
import { needRowProps } from './view/needCard'

const AT_FIRST = 5
const MORE = 20

/** 我的点单: each with its status and what happens next; older ones on demand. */
export function MyNeeds({ views, now }: { views: NeedView[]; now: string }) {
  const filling = useFilling()
  const [shown, setShown] = useState(AT_FIRST)
  if (views.length === 0 && filling !== 'filled') return <NothingYet filling={filling} />
  if (views.length === 0) {
    return (
      <Empty
        icon='clipboard-list'
        title='还没有点过单'
        note='说一件想请人办的事'
        action={{ text: '我要点单', onTap: () => switchTab('/pages/place/index') }}
      />
    )
  }
  const more = views.length - shown
  return (
    <View>
      <Card pad={false}>
        {views.slice(0, shown).map((view) => (
          <Guarded key={view.need.id} part='need' of={view}>
            <MyNeed view={view} now={now} />
          </Guarded>
        ))}
      </Card>
      {more > 0 && (
        <View className='mt-3'>
          <Btn
            block
            look='line'
            text={`再看 ${Math.min(more, MORE)} 件`}
            onTap={() => setShown(shown + MORE)}
          />
        </View>
      )}
    </View>
  )
}

function MyNeed({ view, now }: { view: NeedView; now: string }) {
  const frame = useFrame()
  const row = saidRow(needRowProps(view, now), useSay())
  return <NeedRow {...row} onTap={() => frame.open('/pages/need/index', { id: view.need.id })} />
}

type Row = ReturnType<typeof needRowProps>

function saidRow({ progress, ...row }: Row, say: (sentence: string) => string): Row {
  if (!progress) return row
  const { text, promise } = progress
  return { ...row, progress: { ...progress, text: say(text), promise: promise && say(promise) } }
}
