import { View } from '@tarojs/components'
import type { AreaCode } from 'domain/area'
import { TRANSITIONS } from 'domain/workflow'
import { Btn } from '@/components/Btn'
import { NeedCard } from '@/components/NeedCard'
import { toast } from '@/platform/dialog'
import { goTo } from '@/platform/navigation'
import { isClaiming } from '@/store/needs'
import { type NeedView, useRecords } from '@/store/records'
import { useSession } from '@/store/session'
import { send } from '@/sync'
import { placeText } from '@/view/areaNames'
import { needCardProps } from '@/view/needCard'

interface HallCardProps {
  view: NeedView
  now: string
  /** One's own community, which need not be named. */
  own: AreaCode
  /** The one red button of the page. */
  first: boolean
}

/** Others may be faster: a claim that was sent is a hope until the server has answered [S9]. */
function claim(needId: string) {
  const sent = send('need.move', { needId, action: 'claim' })
  const offline = useSession.getState().sync === 'offline'
  const kept = offline ? '已存好，联网后替您报名' : '已替您报名，结果马上告诉您'
  toast(sent.ok ? kept : sent.text)
}

export function HallCard({ view, now, own, first }: HallCardProps) {
  const areas = useRecords((records) => records.areas)
  const { id } = view.need
  const card = needCardProps(view, now, placeText(areas, view.need, own))
  return (
    <NeedCard
      {...card}
      metas={card.time || !card.age ? [] : [{ icon: 'clock', text: card.age }]}
      action={
        isClaiming(view) ? (
          <View className='t-foot'>已报名，等结果</View>
        ) : (
          <Btn
            size='s'
            look={first ? 'primary' : undefined}
            text={TRANSITIONS.claim.label}
            label={`${TRANSITIONS.claim.label}：${card.title}`}
            onTap={() => claim(id)}
          />
        )
      }
      onTap={() => goTo('/pages/need/index', { id })}
    />
  )
}
