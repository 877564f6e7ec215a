import { View } from '@tarojs/components'
import type { Instant } from 'domain/time'
import { Card } from '@/components/Card'
import { Steps } from '@/components/Steps'
import { Timeline } from '@/components/Timeline'
import type { NeedView } from '@/store/records'
import { stepOf } from '@/view/needStatus'
import { timelineEntries } from '@/view/timeline'
import { agoText } from '@/view/times'

/** Every step for who may read them; for others how far it is. */
export function Progress({ view, now }: { view: NeedView; now: Instant }) {
  const step = stepOf(view.need)
  if (view.whole && view.events)
    return (
      <Card>
        <Timeline entries={timelineEntries(view, now)} />
      </Card>
    )
  if (step === undefined) return null
  return (
    <Card>
      <Steps step={step} />
      <View className='row row--between g-2 mt-2 t-foot'>
        <View>{agoText(view.need.placedAt, now)}点的单</View>
        <View>{agoText(view.need.changedAt, now)}有进展</View>
      </View>
    </Card>
  )
}
