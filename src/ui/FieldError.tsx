import { View } from '@tarojs/components'
import { Icon } from './Icon'

/** Under what is wrong: how to put it right. */
export function FieldError({ text }: { text: string }) {
  return (
    <View className='field-error' role='alert'>
      <Icon name='alert-circle' size={16} />
      <View className='grow'>{text}</View>
    </View>
  )
}
