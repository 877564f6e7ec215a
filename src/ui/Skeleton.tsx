import { View } from '@tarojs/components'

const CARDS = [1, 2, 3]

/** 骨架: at most three cards while a list loads. */
export function Skeleton({ count = 3 }: { count?: 1 | 2 | 3 }) {
  return (
    <View role='status' aria-label='正在加载'>
      {CARDS.slice(0, count).map((card) => (
        <View key={card} className='card need'>
          <View className='row row--between'>
            <View className='row g-2'>
              <View className='sk sk--kind' />
              <View className='sk sk--label' />
            </View>
            <View className='sk sk--status' />
          </View>
          <View className='sk sk--title mt-3' />
          <View className='sk sk--meta mt-3' />
        </View>
      ))}
    </View>
  )
}
