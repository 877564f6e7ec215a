import { View } from '@tarojs/components'
import type { Person } from 'domain/actor'
import { homeOf } from 'domain/actor'
import { categoryOf } from 'domain/category'
import { Btn } from '@/components/Btn'
import { categoryIcon } from '@/components/icons'
import { NeedCard } from '@/components/NeedCard'
import { toast } from '@/platform/dialog'
import { goTo } from '@/platform/navigation'
import { actionsOn } from '@/store/needs'
import { type NeedView, useRecords } from '@/store/records'
import { useSession } from '@/store/session'
import { send } from '@/sync'
import { placeText } from '@/view/areaNames'
import { leftProps } from '@/view/deadline'
import { needCardProps, titleOfNeed } from '@/view/needCard'
import { waitsForDispatch } from './queueFigures'

interface QueueCardProps {
  view: NeedView
  me: Person
  now: string
  /** The one red button of the page. */
  first: boolean
}

/** One tap offers it to the helpers of its own community; whom else is asked on the dispatch page. */
function toPool({ need }: NeedView) {
  const offer = { areaCode: need.communityCode, personIds: [], orgIds: [] }
  const sent = send('need.move', { needId: need.id, action: 'dispatch', offer })
  const offline = useSession.getState().sync === 'offline'
  toast(sent.ok ? (offline ? '已存好，联网后自动送出' : '已放到接单大厅') : sent.text)
}

export function QueueCard({ view, me, now, first }: QueueCardProps) {
  const areas = useRecords((records) => records.areas)
  const { need } = view
  const { id } = need
  const category = categoryOf(need.categoryCode)
  const title = titleOfNeed(view)
  const offers = waitsForDispatch(view, now) && actionsOn(view, me, now).includes('dispatch')
  // What the public will read of a sensitive need is written first, on the dispatch page.
  const oneTap = need.status === 'placed' && !category.sensitive
  return (
    <NeedCard
      {...needCardProps(view, now, placeText(areas, need, homeOf(me)))}
      left={leftProps(view, now)}
      metas={[{ icon: categoryIcon(category), text: category.name }]}
      age={undefined}
      action={
        offers ? (
          <View className='row g-2'>
            {oneTap && (
              <Btn size='s' text='放到大厅' label={`放到大厅：${title}`} onTap={() => toPool(view)} />
            )}
            <Btn
              size='s'
              look={first ? 'primary' : undefined}
              text={need.status === 'placed' ? '派单' : '改派'}
              label={`派单：${title}`}
              onTap={() => goTo('/desk/dispatch/index', { id })}
            />
          </View>
        ) : undefined
      }
      onTap={() => goTo('/pages/need/index', { id })}
    />
  )
}
