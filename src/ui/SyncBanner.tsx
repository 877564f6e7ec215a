import { View } from '@tarojs/components'
import { cls } from './cls'
import { Icon } from './Icon'
import type { IconName } from './icons'
import { press } from './press'

type Go = { text: string; icon: IconName }
const SEE: Go = { text: '看看', icon: 'chevron-right' }
const TRY: Go = { text: '试一下', icon: 'refresh' }
const MEND: Go = { text: '去处理', icon: 'chevron-right' }

const STATES = {
  offline: {
    icon: 'cloud-off',
    say: (count: number) => (count ? `没有网络，${count} 件待发送` : '没有网络，内容都存在手机里'),
    go: (count: number) => (count ? SEE : TRY),
  },
  sending: {
    icon: 'cloud-upload',
    say: (count: number) => (count ? `正在送出，还剩 ${count} 件` : '正在送出'),
    go: () => undefined,
  },
  sent: { icon: 's-done', say: () => '都送到了', go: () => undefined },
  refused: { icon: 's-failed', say: (count: number) => `${count} 件没送成，要您看一下`, go: () => MEND },
} as const satisfies Record<
  string,
  { icon: IconName; say: (count: number) => string; go: (count: number) => Go | undefined }
>

export type SyncState = keyof typeof STATES
export type SyncBannerProps = {
  state: SyncState
  /** waiting, being sent, or refused */
  count?: number
  text?: string | undefined
  /** rounded, inside the content; otherwise edge to edge */
  round?: boolean
  onTap?: (() => void) | undefined
}

/** 同步横幅: icon, one sentence, one way on. */
export function SyncBanner({ state, count = 0, text, round, onTap }: SyncBannerProps) {
  const { icon, say, go: goOf } = STATES[state]
  const go = onTap && goOf(count)
  return (
    <View className={cls('sync', `sync--${state}`, round && 'sync--round')} role='status'>
      <Icon name={icon} />
      <View className='grow'>{text ?? say(count)}</View>
      {go && (
        <View className='sync__go' {...press(onTap)}>
          {go.text}
          <Icon name={go.icon} />
        </View>
      )}
    </View>
  )
}
