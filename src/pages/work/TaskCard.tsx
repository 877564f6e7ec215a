import { View } from '@tarojs/components'
import type { Person } from 'domain/actor'
import type { AreaCode } from 'domain/area'
import { categoryOf } from 'domain/category'
import type { NeedAction } from 'domain/moves'
import { Btn } from '@/components/Btn'
import { categoryIcon } from '@/components/icons'
import { NeedCard } from '@/components/NeedCard'
import { goTo } from '@/platform/navigation'
import { actionsOn, isClaiming } from '@/store/needs'
import { type NeedView, useRecords } from '@/store/records'
import { placeText } from '@/view/areaNames'
import { leftProps } from '@/view/deadline'
import { needCardProps, titleOfNeed } from '@/view/needCard'

/** Short names for a card; address, phone and what an action asks for are on the need's own page. */
const SHORTCUTS = { release: '退单', start: '出发', finish: '办好了' } as const satisfies Partial<
  Record<NeedAction, string>
>

const SHORT = Object.keys(SHORTCUTS) as (keyof typeof SHORTCUTS)[]

interface TaskCardProps {
  view: NeedView
  me: Person
  now: string
  own: AreaCode
}

export function TaskCard({ view, me, now, own }: TaskCardProps) {
  const areas = useRecords((records) => records.areas)
  const category = categoryOf(view.need.categoryCode)
  const open = () => goTo('/pages/need/index', { id: view.need.id })
  const claiming = isClaiming(view)
  const possible = claiming ? [] : actionsOn(view, me, now)
  const shortcuts = SHORT.filter((action) => possible.includes(action))
  return (
    <NeedCard
      {...needCardProps(view, now, placeText(areas, view.need, own))}
      left={claiming ? undefined : leftProps(view, now)}
      metas={claiming ? [] : [{ icon: categoryIcon(category), text: category.name }]}
      slots={undefined}
      age={undefined}
      onTap={open}
    >
      {shortcuts.length > 0 && (
        <View className='row g-3 mt-3'>
          {shortcuts.map((action) => (
            <Btn
              key={action}
              grow
              size='s'
              look={action === 'release' ? undefined : 'ink'}
              text={SHORTCUTS[action]}
              label={`${SHORTCUTS[action]}：${titleOfNeed(view)}`}
              onTap={open}
            />
          ))}
        </View>
      )}
    </NeedCard>
  )
}
