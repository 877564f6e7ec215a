import { View } from '@tarojs/components'
import type { Instant } from 'domain/kernel/time'
import { isOpen } from 'domain/need/status'
import { useSay } from '@/shell/useSay'
import { categoryOfNeed } from '@/store/catalogue'
import type { NeedView } from '@/store/records'
import { categoryIcon } from '@/ui/icons'
import { KindLabel } from '@/ui/KindLabel'
import { StatusTag } from '@/ui/StatusTag'
import { statusFace } from '../status'
import { promiseLine } from '../view/deadline'
import { inLines, needHeadline } from '../view/headline'
import { categoryLabel, titleOfNeed } from '../view/needCard'

/** A detail shows 督办 and 重办 beside the status, not in its place. */
function Marks({ need, local }: NeedView) {
  return (
    <View className='row wrap g-2'>
      <StatusTag tone={local ? 'queued' : statusFace(need).tone} />
      {isOpen(need) && need.escalated && <StatusTag tone='urge' />}
      {isOpen(need) && need.reopened > 0 && <StatusTag tone='redo' />}
    </View>
  )
}

/** For who asked, and for who looks on: what is the case now, in one sentence. */
export function Head({ view, now }: { view: NeedView; now: Instant }) {
  const headline = useSay()(needHeadline(view, now))
  return (
    <View className='need-head'>
      <View className='row wrap g-2'>
        <Marks {...view} />
        {view.need.number && <View className='t-foot'>单号 {view.need.number}</View>}
      </View>
      <View className='t-title-l mt-3' role='heading' aria-level='2' aria-label={headline}>
        {inLines(headline).map((line) => (
          <View key={line}>{line}</View>
        ))}
      </View>
    </View>
  )
}

/** 进行中的任务: for who holds it, what is to be done, and until when. */
export function TaskHead({ view, now }: { view: NeedView; now: Instant }) {
  const { need } = view
  const say = useSay()
  const promise = promiseLine(view, now)
  return (
    <View className='need-head need-head--task'>
      <View className='row row--between wrap g-2'>
        <KindLabel kind={need.kind} text={categoryLabel(need)} icon={categoryIcon(categoryOfNeed(need))} />
        <Marks {...view} />
      </View>
      <View className='t-title-l mt-2' role='heading' aria-level='2'>
        {titleOfNeed(view)}
      </View>
      <View className='row wrap t-sub mt-1'>
        <View>{promise && `${say(promise.promise)}，`}</View>
        {/* a timer: read where somebody comes to it, never announced by itself */}
        <View className={promise ? `t-m t-${promise.tone}` : ''} role='timer'>
          {promise?.left}
        </View>
      </View>
    </View>
  )
}
