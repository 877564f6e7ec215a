import { View } from '@tarojs/components'
import { cls } from './cls'

/** Green and slowly blinking while the list is kept up to date; grey otherwise. */
export function LiveDot({ text, live = true }: { text: string; live?: boolean }) {
  return (
    <View className={cls('live', !live && 'live--off')} role='status'>
      <View className='live__dot' />
      {text}
    </View>
  )
}
