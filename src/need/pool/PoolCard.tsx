import { View } from '@tarojs/components'
import type { AreaCode } from 'domain/kernel/area'
import { locationText } from '@/area/areaNames'
import { send } from '@/client'
import { toast } from '@/platform/dialog'
import { useFrame } from '@/shell/frame/frame'
import { useAppState } from '@/store/appState'
import { useRecords } from '@/store/records'
import { Btn } from '@/ui/Btn'
import { NeedCard } from '@/ui/NeedCard'
import { ACTIONS } from '../actions'
import { isClaiming } from '../store/needs'
import type { PoolRow } from '../store/pool'
import { nearText, reasonsForHelper } from '../view/matching'
import { needCardProps } from '../view/needCard'
import { hopeFor } from './useWon'

export interface PoolCardProps {
  row: PoolRow
  now: string
  /** One's own community, which need not be named. */
  own: AreaCode
  /** The one red button of the page. */
  first: boolean
  /** 为您推荐: with the reasons, and a way to say that it does not suit. */
  onUnfit?: (() => void) | undefined
  /** Of an invitation: 来不了. */
  onDecline?: (() => void) | undefined
}

/** Others may be faster: a claim that was sent is a hope until the server has answered [S9]. */
function claim(needId: string) {
  const sent = send('need.move', { needId, action: 'claim' })
  const offline = useAppState.getState().sync === 'offline'
  const kept = offline ? '已存好，联网后替您报名' : '已替您报名，结果马上告诉您'
  if (sent.ok) hopeFor(needId)
  toast(sent.ok ? kept : sent.text)
}

export function PoolCard({ row: { view, match }, now, own, first, onUnfit, onDecline }: PoolCardProps) {
  const frame = useFrame()
  const areas = useRecords((records) => records.areas)
  const { id } = view.need
  const why = onUnfit && match && { reasons: reasonsForHelper(match, now), onUnfit }
  const place = locationText(areas, view.need, own)
  const near = !why && match ? nearText(match) : undefined
  const card = needCardProps(view, now, [place, near].filter(Boolean).join(' · '))
  return (
    <NeedCard
      {...card}
      why={why}
      metas={card.time || !card.age ? [] : [{ icon: 'clock', text: card.age }]}
      action={
        isClaiming(view) ? (
          <View className='t-foot'>报名中，等结果</View>
        ) : (
          <View className='row g-2'>
            {onDecline && (
              <Btn size='s' look='line' text='来不了' label={`来不了：${card.title}`} onTap={onDecline} />
            )}
            <Btn
              size='s'
              look={first ? 'primary' : undefined}
              text={ACTIONS.claim.label}
              label={`${ACTIONS.claim.label}：${card.title}`}
              onTap={() => claim(id)}
            />
          </View>
        )
      }
      onTap={() => frame.open('/pages/need/index', { id })}
    />
  )
}
