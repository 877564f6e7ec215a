import { View } from '@tarojs/components'
import { cls } from './cls'
import { Icon } from './Icon'

/** 品牌标记: the flag. */
export function Mark({ size = 'm' }: { size?: 'm' | 'l' | 'xl' }) {
  return (
    <View className={cls('mark', size !== 'm' && `mark--${size}`)}>
      <Icon name='mark' />
    </View>
  )
}
