import { View } from '@tarojs/components'

export function FormLabel({ text, hint }: { text: string; hint?: string | undefined }) {
  return (
    <View className='form-label'>
      {text}
      <View className='form-label__hint'>{hint}</View>
    </View>
  )
}
