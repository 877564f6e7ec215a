import { View } from '@tarojs/components'
import { startOf } from 'domain/kernel/grapheme'
import { RATING_NAMES } from 'domain/need/need'
import { isFinished } from 'domain/need/status'
import { useSay } from '@/shell/useSay'
import type { NeedView } from '@/store/records'
import { Avatar } from '@/ui/Avatar'
import { Card } from '@/ui/Card'
import { lastEvent, tookText } from '../view/needStory'

/** What the helper says was done, and how it was rated. */
export function Result({ view }: { view: NeedView }) {
  const { need, summary } = view
  const say = useSay()
  if (!isFinished(need)) return null
  const finish = lastEvent(view, 'finish')
  const took = finish && tookText(need, finish)
  const score = need.rating?.score ?? summary.score
  if (!finish && !score) return null
  return (
    <Card>
      <View>{finish?.note && <View className='t-sub t-ink'>“{finish.note}”</View>}</View>
      <View>
        {finish && (
          <View className='row g-3 mt-3'>
            <Avatar size='s' letter={startOf(finish.byName, 1)} />
            <View className='t-foot grow'>{took ? `${finish.byName} · ${say(took)}` : finish.byName}</View>
          </View>
        )}
      </View>
      <View className={finish && score ? 'hr mt-3' : ''} />
      <View className={score ? `t-sub ${finish ? 'mt-3' : ''}` : ''}>
        {score && `评价：${RATING_NAMES[score]}${need.rating?.note ? `，“${need.rating.note}”` : ''}`}
      </View>
    </Card>
  )
}
