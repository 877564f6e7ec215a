import { View } from '@tarojs/components'
import { categoryOf } from 'domain/category'
import { isOpen } from 'domain/need'
import type { Instant } from 'domain/time'
import { categoryIcon } from '@/components/icons'
import { KindLabel } from '@/components/KindLabel'
import { StatusTag } from '@/components/StatusTag'
import type { NeedView } from '@/store/records'
import { needHeadline } from '@/view/headline'
import { categoryLabel, titleOfNeed } from '@/view/needCard'
import { statusTone } from '@/view/needStatus'

/** Status, marks and number: a detail shows 督办 and 重办 beside the status, not in its place. */
function Marks({ need, local }: NeedView) {
  return (
    <View className='row wrap g-2'>
      <StatusTag tone={local ? 'queued' : statusTone(need)} />
      {isOpen(need) && need.escalated && <StatusTag tone='urge' />}
      {isOpen(need) && need.reopened > 0 && <StatusTag tone='redo' />}
      {need.number && <View className='t-sub'>单号 {need.number}</View>}
    </View>
  )
}

/** For who asked, and for who looks on: what is the case now, in one sentence. */
export function Head({ view, now }: { view: NeedView; now: Instant }) {
  return (
    <View className='need-head'>
      <Marks {...view} />
      <View className='t-title-l mt-3' role='heading' aria-level='2'>
        {needHeadline(view, now)}
      </View>
    </View>
  )
}

/** 进行中的任务: for who holds it, what is to be done. */
export function TaskHead({ view }: { view: NeedView }) {
  const { need } = view
  return (
    <View className='need-head'>
      <View className='row row--between g-2'>
        <KindLabel
          kind={need.kind}
          text={categoryLabel(need)}
          icon={categoryIcon(categoryOf(need.categoryCode))}
        />
        <View className='t-foot t-nowrap'>{need.number && `单号 ${need.number}`}</View>
      </View>
      <View className='t-title-l mt-2' role='heading' aria-level='2'>
        {titleOfNeed(view)}
      </View>
      <View className='mt-2'>
        <Marks {...view} need={{ ...need, number: undefined }} />
      </View>
    </View>
  )
}
