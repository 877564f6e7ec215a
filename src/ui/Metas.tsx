import { View } from '@tarojs/components'
import { lead } from './Icon'
import type { IconName } from './icons'

export type Meta = { icon: IconName; text: string }

/** Small facts with an icon each: place, time, how many photos. */
export function Metas({ metas }: { metas: Meta[] }) {
  return (
    <View className='metas'>
      {metas.map(({ icon, text }) => (
        <View key={icon} className={`meta ${lead(icon)}`}>
          {text}
        </View>
      ))}
    </View>
  )
}
