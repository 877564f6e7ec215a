import { View } from '@tarojs/components'
import { locationText } from '@/area/areaNames'
import { agoText } from '@/format/times'
import { useFrame } from '@/shell/frame/frame'
import { categoryOfNeed } from '@/store/catalogue'
import { type NeedView, useRecords } from '@/store/records'
import { Card } from '@/ui/Card'
import { categoryIcon } from '@/ui/icons'
import { KindLabel } from '@/ui/KindLabel'
import { type Meta, Metas } from '@/ui/Metas'
import { StatusTag } from '@/ui/StatusTag'
import { leftProps } from '../view/deadline'
import { categoryLabel } from '../view/needCard'
import { listTone } from '../view/needStatus'

/** What was asked, in the original words; a tap leads to all that is known of it. */
export function NeedHead({ view, now }: { view: NeedView; now: string }) {
  const frame = useFrame()
  const areas = useRecords((records) => records.areas)
  const { need } = view
  const left = leftProps(view, now)
  const place = locationText(areas, need)
  const metas: Meta[] = [
    ...(place ? [{ icon: 'map-pin', text: place } as const] : []),
    ...(need.whenText ? [{ icon: 'calendar-time', text: need.whenText } as const] : []),
    { icon: 'user', text: need.requesterName },
    { icon: 'clock', text: `${agoText(need.placedAt, now)}${need.number ? ` · ${need.number}` : ''}` },
  ]
  return (
    <View className='mt-2'>
      <Card onTap={() => frame.open('/pages/need/index', { id: need.id })}>
        <View className='row row--between g-2'>
          <KindLabel kind={need.kind} icon={categoryIcon(categoryOfNeed(need))} text={categoryLabel(need)} />
          <StatusTag tone={listTone(view)} />
        </View>
        <View className='t-head mt-2'>{need.title}</View>
        <View>{need.words !== need.title && <View className='t-sub mt-1'>{need.words}</View>}</View>
        <Metas metas={metas} />
        <View>{left && <View className={`t-foot t-m mt-2 t-${left.tone ?? '2'}`}>{left.text}</View>}</View>
      </Card>
    </View>
  )
}
