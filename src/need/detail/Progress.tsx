import { View } from '@tarojs/components'
import type { Instant } from 'domain/kernel/time'
import { useState } from 'react'
import { agoText } from '@/format/times'
import { useSay } from '@/shell/useSay'
import type { NeedView } from '@/store/records'
import { Card } from '@/ui/Card'
import { Icon } from '@/ui/Icon'
import { press } from '@/ui/press'
import { Steps } from '@/ui/Steps'
import { Timeline } from '@/ui/Timeline'
import { stepOf } from '../view/needStatus'
import { spentText } from '../view/needStory'
import { stepsOf, timelineEntries } from '../view/timeline'

interface ProgressProps {
  view: NeedView
  now: Instant
  /** Something else is asked on this page: the steps stand behind one line. */
  folded: boolean
}

/** Every step for who may read them; for others how far it is. */
export function Progress({ view, now, folded }: ProgressProps) {
  const step = stepOf(view.need)
  if (stepsOf(view)) return folded ? <Folded view={view} now={now} /> : <All view={view} now={now} />
  if (step === undefined) return null
  return (
    <Card>
      <Steps step={step} />
      <View className='row row--between wrap g-2 mt-2 t-foot'>
        <View>{agoText(view.need.placedAt, now)}点的单</View>
        <View>{agoText(view.need.changedAt, now)}有进展</View>
      </View>
    </Card>
  )
}

interface StepsProps {
  view: NeedView
  now: Instant
}

function All(props: StepsProps) {
  return (
    <Card>
      <Lines {...props} />
    </Card>
  )
}

function Lines({ view, now }: StepsProps) {
  const say = useSay()
  const entries = timelineEntries(view, now)
  return (
    <Timeline
      entries={entries.map((each) => ({
        ...each,
        title: say(each.title),
        time: each.time && say(each.time),
      }))}
    />
  )
}

/** 全部经过 */
function Folded({ view, now }: StepsProps) {
  const [open, setOpen] = useState(false)
  const say = useSay()
  return (
    <Card pad={false}>
      <View className='need-fold' aria-expanded={open} {...press(() => setOpen(!open))}>
        <View className='grow'>
          <View className='t-body t-m'>全部经过</View>
          <View className='t-foot'>{say(spentText(view.need, now))}</View>
        </View>
        <Icon name={open ? 'chevron-up' : 'chevron-right'} />
      </View>
      <View className={open ? 'need-fold__all' : ''}>{open && <Lines view={view} now={now} />}</View>
    </Card>
  )
}
