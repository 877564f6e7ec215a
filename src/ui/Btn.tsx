import { View } from '@tarojs/components'
import { cls } from './cls'
import { Icon } from './Icon'
import type { IconName } from './icons'
import { press } from './press'

export type BtnProps = {
  text: string
  /** primary: the one next step of a screen; ink: main act inside a card; line, quiet: beside it */
  look?: 'primary' | 'ink' | 'line' | 'quiet' | 'text' | undefined
  /** 44, 48, 60 high */
  size?: 's' | 'm' | 'l'
  icon?: IconName | undefined
  block?: boolean
  round?: boolean
  /** takes what room there is in a row */
  grow?: boolean
  disabled?: boolean | undefined
  busy?: boolean | undefined
  /** when the text alone does not say what for: 派单给陈师傅 */
  label?: string | undefined
  onTap?: (() => void) | undefined
}

export function Btn(props: BtnProps) {
  const { text, look, size = 'm', icon, round, block, grow, disabled, busy, label, onTap } = props
  const dead = disabled || busy
  return (
    <View
      className={cls(
        'btn',
        look && `btn--${look}`,
        size !== 'm' && `btn--${size}`,
        round && 'btn--round',
        block && 'btn--block',
        grow && 'btn--grow',
        disabled && 'btn--off',
      )}
      aria-disabled={dead || undefined}
      {...(dead ? { role: 'button', 'aria-label': label } : press(onTap, { label }))}
    >
      {busy ? <Icon name='refresh' spin /> : icon && <Icon name={icon} />}
      <View>{text}</View>
    </View>
  )
}
