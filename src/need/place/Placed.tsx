import { View } from '@tarojs/components'
import { RefusedCard } from '@/outbox/OutboxCards'
import { useFrame } from '@/shell/frame/frame'
import { useAppState } from '@/store/appState'
import { useNow } from '@/store/clock'
import { Card } from '@/ui/Card'
import { Empty } from '@/ui/Empty'
import { NeedRow } from '@/ui/NeedRow'
import { Note } from '@/ui/Note'
import { useNeed } from '../store/needs'
import { needRowProps } from '../view/needCard'
import { StillAsked } from './StillAsked'

/** After 提交: that it is kept, what happens next, and the way to it. */
export function Placed({ needId }: { needId: string }) {
  const frame = useFrame()
  const view = useNeed(needId)
  const refused = useAppState(({ refused }) =>
    refused.find(({ command }) => command.name === 'need.place' && command.args.id === needId),
  )
  const now = useNow()
  if (refused) return <RefusedCard entry={refused} now={now} />
  if (!view) return <Note tone='ok'>已收下</Note>
  return (
    <View>
      {view.local ? (
        <Empty icon='cloud-upload' title='已存好' note='有网络的时候自动送出，不用再写一遍' />
      ) : (
        <Empty icon='check' done title='已收下' note={`单号 ${view.need.number ?? '稍后就有'}`} />
      )}
      <Card pad={false}>
        <NeedRow {...needRowProps(view, now)} onTap={() => frame.open('/pages/need/index', { id: needId })} />
      </Card>
      <View className='place-asked mt-3'>
        <StillAsked need={view.need} />
      </View>
    </View>
  )
}
