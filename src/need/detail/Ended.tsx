import { View } from '@tarojs/components'
import { NEED_KINDS, type NeedKind } from 'domain/category/category'
import { useFrame } from '@/shell/frame/frame'
import { useNow } from '@/store/clock'
import type { NeedView } from '@/store/records'
import { Btn } from '@/ui/Btn'
import { Card } from '@/ui/Card'
import { NeedRow } from '@/ui/NeedRow'
import { startPlace } from '../place/startPlace'
import { statusFace } from '../status'
import { isMine, useNeed } from '../store/needs'
import { needRowProps } from '../view/needCard'
import { lastEvent } from '../view/needStory'

/** Kinds that are asked for in one's own words: no listed service, and none that this build does not know. */
const AGAIN = NEED_KINDS.filter((kind) => kind !== 'service')

/** 不予受理, 已撤单, 已并单: why, and the way on. */
export function Ended({ view }: { view: NeedView }) {
  const { need } = view
  const { ending } = statusFace(need)
  if (!ending) return null
  if (ending === 'inAnother') return <Merged intoId={need.mergedIntoId} />
  const again = isMine(view) && AGAIN.find((kind) => kind === need.kind)
  const reason = lastEvent(view, ending.by)?.note
  return (
    <Card>
      <View className='t-head'>{ending.head}</View>
      <View className='t-body mt-2'>{reason ?? '没有写原因'}</View>
      <View className={again ? 'mt-3' : ''}>
        {again && <Btn block text='改一改，再点一单' onTap={() => placeAgain(view, again)} />}
      </View>
    </Card>
  )
}

/** 并单 follows its target: how that stands is what everybody waits for. */
function Merged({ intoId }: { intoId: string | undefined }) {
  const frame = useFrame()
  const now = useNow()
  const target = useNeed(intoId ?? '')
  const see = () => intoId && frame.open('/pages/need/index', { id: intoId })
  return (
    <Card pad={false}>
      <View className='need-merged'>
        <View className='t-head'>一起办的那一单</View>
        <View className='t-sub mt-1'>有人说了同一件事。办好了您这里也看得到，不满意一样可以重办。</View>
      </View>
      <View>{target && <NeedRow {...needRowProps(target, now)} onTap={see} />}</View>
      <View className={target ? '' : 'need-merged'}>
        {!target && intoId && <Btn block text='看一起办的那一单' onTap={see} />}
      </View>
    </Card>
  )
}

/** Nothing is said twice; when it suits is asked anew. */
function placeAgain({ need }: NeedView, kind: NeedKind) {
  const { categoryCode, words, answers, communityCode, gridCode, alias } = need
  void startPlace({ kind, categoryCode, words, answers, communityCode, gridCode, alias })
}
