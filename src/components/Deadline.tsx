import { View } from '@tarojs/components'
import { cls } from './cls'
import { Icon } from './Icon'

export type DeadlineProps = {
  /** 承诺今天 18:00 前办好 */
  promise: string
  /** 8 小时 19 分: what is left, or how late it is */
  left: string
  /** of the time promised, 1 at the start, 0 or less when it has run out */
  shareLeft: number
  /** 08:19 提交 */
  started: string
  /** 到点没办好，会自动转给镇里督办 */
  consequence: string
}

const TONES = {
  ok: { verdict: '按时', icon: 's-done', before: '还剩' },
  warn: { verdict: '快到时间', icon: 'hourglass', before: '还剩' },
  late: { verdict: '已转督办', icon: 's-urge', before: '已超' },
} as const

function toneOf(shareLeft: number): keyof typeof TONES {
  if (shareLeft <= 0) return 'late'
  return shareLeft <= 0.2 ? 'warn' : 'ok'
}

/** 时限卡: promise, time left, how much is used, and what happens otherwise. */
export function Deadline({ promise, left, shareLeft, started, consequence }: DeadlineProps) {
  const tone = toneOf(shareLeft)
  const { verdict, icon, before } = TONES[tone]
  const used = Math.round(Math.min(Math.max(1 - shareLeft, 0), 1) * 100)
  return (
    <View className='card sla'>
      <View className='row row--between g-2'>
        <View className='t-sub'>{promise}</View>
        <View className={`row g-1 t-foot t-m t-nowrap t-${tone}`}>
          <Icon name={icon} size={16} />
          {verdict}
        </View>
      </View>
      <View className={cls('sla__n mt-1', tone === 'late' && 't-late')}>
        <View className='unit unit--pre'>{before}</View>
        {left}
      </View>
      <View className='bar mt-3' role='img' aria-label={`时间用了百分之 ${used}`}>
        <View className={`bar__v bar__v--${tone}`} style={{ width: `${used}%` }} />
      </View>
      <View className='row row--between row--top g-3 mt-2 t-foot'>
        <View className='t-nowrap'>{started}</View>
        <View className='t-right'>{consequence}</View>
      </View>
    </View>
  )
}
