import { View } from '@tarojs/components'
import { cls } from './cls'
import { Icon } from './Icon'
import type { IconName } from './icons'

export type Reason = {
  icon: IconName
  text: string
  /** speaks against: amber, but shown all the same */
  mind?: boolean
}

/** 推荐理由: at most three. */
export function Reasons({ reasons, inline }: { reasons: Reason[]; inline?: boolean | undefined }) {
  return (
    <View className={cls('reasons', inline && 'reasons--row')}>
      {reasons.slice(0, 3).map(({ icon, text, mind }) => (
        <View key={text} className={cls('reason', mind && 'reason--mind')}>
          <Icon name={icon} />
          <View>{text}</View>
        </View>
      ))}
    </View>
  )
}
