import { View } from '@tarojs/components'
import { lead } from './Icon'
import type { IconName } from './icons'

/** Five steps of a need, then marks and endings. The fuller the circle, the more is done. */
const STATUSES = {
  dispatch: { text: '待派单', icon: 's-dispatch', step: 1 },
  claim: { text: '待接单', icon: 's-claim', step: 2 },
  claimed: { text: '已接单', icon: 's-claimed', step: 3 },
  serving: { text: '服务中', icon: 's-serving', step: 4 },
  rate: { text: '待评价', icon: 's-rate', step: 5 },
  done: { text: '已办结', icon: 's-done', step: undefined },
  redo: { text: '重办', icon: 's-redo', step: undefined },
  urge: { text: '督办', icon: 's-urge', step: undefined },
  rejected: { text: '不予受理', icon: 's-reject', step: undefined },
  withdrawn: { text: '已撤单', icon: 's-cancel', step: undefined },
  merged: { text: '已并单', icon: 'git-merge', step: undefined },
  queued: { text: '待发送', icon: 's-queued', step: undefined },
  failed: { text: '没送成', icon: 's-failed', step: undefined },
  other: { text: '有新进展', icon: 'refresh', step: undefined },
} as const satisfies Record<string, { text: string; icon: IconName; step: number | undefined }>

export type StatusTone = keyof typeof STATUSES
export const STEPS = 5

export type StatusTagProps = {
  tone: StatusTone
  /** other words and icon in the same tone: 已被他人接单 */
  text?: string | undefined
  icon?: IconName | undefined
  /** of five, where they are counted otherwise: 网格事件 */
  step?: number | undefined
}

const NUMERALS = ['', '一', '二', '三', '四', '五']

/** 状态标签: shape, colour and words; read only. */
export function StatusTag({ tone, text, icon, step: counted }: StatusTagProps) {
  const status = STATUSES[tone]
  const words = text ?? status.text
  const at = counted ?? status.step
  const step = at ? `，第${NUMERALS[at]}步，共五步` : ''
  return (
    <View
      className={`status status--${tone} ${lead(icon ?? status.icon)}`}
      role='img'
      aria-label={`状态，${words}${step}`}
    >
      {words}
    </View>
  )
}
