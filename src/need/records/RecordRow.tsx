import { View } from '@tarojs/components'
import { locationText } from '@/area/areaNames'
import { dayText } from '@/format/times'
import { serviceTimeText } from '@/person/person'
import { useFrame } from '@/shell/frame/frame'
import { categoryOfNeed } from '@/store/catalogue'
import { type NeedView, useRecords } from '@/store/records'
import { press } from '@/ui/press'
import { titleOfNeed } from '../view/needCard'

/** One finished task: what, where, when, how long. */
export function RecordRow({ view, now }: { view: NeedView; now: string }) {
  const frame = useFrame()
  const areas = useRecords((records) => records.areas)
  const { need, mine } = view
  const facts = [
    dayText(need.servedAt ?? need.changedAt, now),
    categoryOfNeed(need).name,
    locationText(areas, need),
  ]
  return (
    <View className='record' {...press(() => frame.open('/pages/need/index', { id: need.id }))}>
      <View className='grow'>
        <View className='t-body t-clip-2'>{titleOfNeed(view)}</View>
        <View className='t-foot'>{facts.filter(Boolean).join(' · ')}</View>
      </View>
      <View className='t-sub t-ink t-m t-nowrap'>
        {mine?.servedMin === undefined ? '未记时' : serviceTimeText(mine.servedMin)}
      </View>
    </View>
  )
}
