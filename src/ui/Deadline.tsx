import { View } from '@tarojs/components'
import { cls } from './cls'
import { type DeadlineTone, deadlineTone } from './deadlineTone'
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
  /** 社区看到的是同一个时限 */
  consequence: string
  /** 督办: the next level up looks on */
  escalated?: boolean
}

const TONES = {
  ok: { verdict: '按时', icon: 's-done', before: '还剩' },
  warn: { verdict: '快到时间', icon: 'hourglass', before: '还剩' },
  late: { verdict: '已超时', icon: 'alert-triangle', before: '已超' },
} as const satisfies Record<DeadlineTone, object>

const ESCALATED = { verdict: '已转督办', icon: 's-urge' } as const

/** 时限卡: promise, time left, how much is used, and what happens otherwise. */
export function Deadline({ promise, left, shareLeft, started, consequence, escalated }: DeadlineProps) {
  const tone = deadlineTone(shareLeft)
  const { verdict, icon, before } = { ...TONES[tone], ...(escalated && tone === 'late' ? ESCALATED : {}) }
  const used = Math.round(Math.min(Math.max(1 - shareLeft, 0), 1) * 100)
  return (
    <View className='card sla'>
      <View className='row row--between wrap g-2'>
        <View className='t-sub'>{promise}</View>
        <View className={`row g-1 t-foot t-m t-nowrap t-${tone}`}>
          <Icon name={icon} size={16} />
          {verdict}
        </View>
      </View>
      {/* a timer: read where somebody comes to it, never announced by itself */}
      <View
        className={cls('sla__n mt-1', tone === 'late' && 't-late')}
        role='timer'
        aria-label={`${before} ${left}`}
      >
        <View className='unit unit--pre'>{before}</View>
        {left}
      </View>
      <View className='bar mt-3' role='img' aria-label={`时间用了百分之 ${used}`}>
        <View className={`bar__v bar__v--${tone}`} style={{ width: `${used}%` }} />
      </View>
      <View className='row row--between row--top wrap g-2 mt-2 t-foot'>
        <View className='t-nowrap'>{started}</View>
        <View className='t-right'>{consequence}</View>
      </View>
    </View>
  )
}
