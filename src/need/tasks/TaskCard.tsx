import { View } from '@tarojs/components'
import type { AreaCode } from 'domain/kernel/area'
import { NEED_ACTIONS } from 'domain/need/transitions'
import type { Person } from 'domain/person/person'
import { locationText } from '@/area/areaNames'
import { useFrame } from '@/shell/frame/frame'
import { categoryOfNeed } from '@/store/catalogue'
import { type NeedView, useRecords } from '@/store/records'
import { Btn } from '@/ui/Btn'
import { categoryIcon } from '@/ui/icons'
import { NeedCard } from '@/ui/NeedCard'
import { buttonFace } from '../actions'
import { actionsOn, isClaiming } from '../store/needs'
import { leftProps } from '../view/deadline'
import { needCardProps, titleOfNeed } from '../view/needCard'

/** Ways out first; address, phone and what an action asks for are on the need's own page. */
const SHORTCUTS = NEED_ACTIONS.flatMap((action) => {
  const { shortcut, tone } = buttonFace(action) ?? {}
  return shortcut ? [{ action, text: shortcut, out: tone === 'out' }] : []
}).sort((a, b) => Number(b.out) - Number(a.out))

interface TaskCardProps {
  view: NeedView
  me: Person
  now: string
  own: AreaCode
}

export function TaskCard({ view, me, now, own }: TaskCardProps) {
  const frame = useFrame()
  const areas = useRecords((records) => records.areas)
  const category = categoryOfNeed(view.need)
  const open = () => frame.open('/pages/need/index', { id: view.need.id })
  const claiming = isClaiming(view)
  const possible = claiming ? [] : actionsOn(view, me, now)
  const shortcuts = SHORTCUTS.filter(({ action }) => possible.includes(action))
  return (
    <NeedCard
      {...needCardProps(view, now, locationText(areas, view.need, own))}
      left={claiming ? undefined : leftProps(view, now)}
      metas={claiming ? [] : [{ icon: categoryIcon(category), text: category.name }]}
      slots={undefined}
      age={undefined}
      onTap={open}
    >
      {shortcuts.length > 0 && (
        <View className='row g-3 mt-3'>
          {shortcuts.map(({ action, text, out }) => (
            <Btn
              key={action}
              grow
              size='s'
              look={out ? undefined : 'ink'}
              text={text}
              label={`${text}：${titleOfNeed(view)}`}
              onTap={open}
            />
          ))}
        </View>
      )}
    </NeedCard>
  )
}
