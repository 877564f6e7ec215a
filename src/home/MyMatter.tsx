import { View } from '@tarojs/components'
import type { Instant } from 'domain/kernel/time'
import { awaits } from 'domain/need/status'
import { needHeadline } from '@/need/view/headline'
import { titleOfNeed } from '@/need/view/needCard'
import { listTone } from '@/need/view/needStatus'
import { spokenTimes } from '@/need/view/spoken'
import { useFrame } from '@/shell/frame/frame'
import type { NeedView } from '@/store/records'
import { Icon } from '@/ui/Icon'
import { press } from '@/ui/press'
import { StatusTag } from '@/ui/StatusTag'

interface MyMatterProps {
  view: NeedView
  /** How many are under way. */
  count: number
  now: Instant
}

/** 我的事: the one that matters most now, and the way to it. */
export function MyMatter({ view, count, now }: MyMatterProps) {
  const frame = useFrame()
  const open = () => frame.open('/pages/need/index', { id: view.need.id })
  return (
    <View className='elder-box'>
      <View className='row row--between wrap g-2'>
        <View className='t-sub'>{count > 1 ? `我的事，共 ${count} 件` : '我的事'}</View>
        <StatusTag tone={listTone(view)} />
      </View>
      <View className='t-title mt-2'>{titleOfNeed(view)}</View>
      <View className='t-body mt-1'>{spokenTimes(needHeadline(view, now))}</View>
      <View className='elder-box__go' {...press(open)}>
        <View className='t-body t-m grow'>
          {awaits(view.need) === 'rate' ? '说说满不满意' : '看办到哪一步'}
        </View>
        <Icon name='chevron-right' size={24} />
      </View>
    </View>
  )
}
