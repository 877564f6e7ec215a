import { View } from '@tarojs/components'
import type { AreaCode } from 'domain/kernel/area'
import { locationText } from '@/area/areaNames'
import { useFrame } from '@/shell/frame/frame'
import { type NeedView, useRecords } from '@/store/records'
import { NeedCard } from '@/ui/NeedCard'
import { Note } from '@/ui/Note'
import { formerText } from '../view/former'
import { needCardProps } from '../view/needCard'

interface FormerCardProps {
  view: NeedView
  now: string
  own: AreaCode
}

/** A task that another has ended: what happened and why, so that nobody goes there for nothing. */
export function FormerCard({ view, now, own }: FormerCardProps) {
  const frame = useFrame()
  const areas = useRecords((records) => records.areas)
  const text = view.mine && formerText(view.mine)
  return (
    <NeedCard
      {...needCardProps(view, now, locationText(areas, view.need, own))}
      left={undefined}
      metas={[]}
      slots={undefined}
      age={undefined}
      onTap={() => frame.open('/pages/need/index', { id: view.need.id })}
    >
      <View className='mt-3'>{text && <Note tone='warn'>{text}</Note>}</View>
    </NeedCard>
  )
}
