import { View } from '@tarojs/components'
import { Icon } from './Icon'
import { press } from './press'

/** 新内容: shown to who has scrolled down; floats under the navigation bar and moves nothing. */
export function NewPill({ text, onTap }: { text: string; onTap: () => void }) {
  return (
    <View className='new-pill-slot' role='status'>
      <View className='new-pill' {...press(onTap)}>
        <Icon name='arrow-up' />
        {text}
      </View>
    </View>
  )
}
