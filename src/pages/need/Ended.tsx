import { View } from '@tarojs/components'
import { Btn } from '@/components/Btn'
import { Card } from '@/components/Card'
import { Note } from '@/components/Note'
import { goTo } from '@/platform/navigation'
import { isMine } from '@/store/needs'
import type { NeedView } from '@/store/records'
import { lastEvent } from '@/view/needStory'
import { startPlace } from '../startPlace'

/** 不予受理, 已撤单, 已并单: why, and the way on. */
export function Ended({ view }: { view: NeedView }) {
  const { need } = view
  if (need.status === 'merged') return <Merged intoId={need.mergedIntoId} />
  if (need.status !== 'rejected' && need.status !== 'withdrawn') return null
  const reason = lastEvent(view, need.status === 'rejected' ? 'reject' : 'withdraw')?.note
  return (
    <Card>
      <View className='t-head'>{need.status === 'rejected' ? '原因和去处' : '撤单的原因'}</View>
      <View className='t-body mt-2'>{reason ?? '没有写原因'}</View>
      <View className={isMine(view) ? 'mt-3' : ''}>
        {isMine(view) && need.kind !== 'service' && (
          <Btn block text='改一改，再点一单' onTap={() => placeAgain(view)} />
        )}
      </View>
    </Card>
  )
}

function Merged({ intoId }: { intoId: string | undefined }) {
  return (
    <Card>
      <Note tone='info' icon='git-merge'>
        有人说了同一件事，社区把两单并在一起办。办好后一起告诉您，不满意一样可以重办。
      </Note>
      <View className={intoId ? 'mt-3' : ''}>
        {intoId && (
          <Btn block text='看一起办的那一单' onTap={() => goTo('/pages/need/index', { id: intoId })} />
        )}
      </View>
    </Card>
  )
}

/** Nothing is said twice; when it suits is asked anew. */
function placeAgain({ need }: NeedView) {
  const { kind, categoryCode, words, answers, communityCode, gridCode, alias } = need
  void startPlace({ kind, categoryCode, words, answers, communityCode, gridCode, alias })
}
