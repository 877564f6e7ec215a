import { View } from '@tarojs/components'
import { cls } from './cls'
import { STEPS } from './StatusTag'

/** Five-part bar. `step` is the one under way, 1–5; above 5 all are done. */
export function Steps({ step }: { step: number }) {
  const label = step > STEPS ? '全部完成' : `第 ${step} 步，共 ${STEPS} 步`
  return (
    <View className='segbar' role='img' aria-label={label}>
      {Array.from({ length: STEPS }, (_, at) => {
        const state = at < step - 1 ? 'done' : at === step - 1 && 'now'
        return <View key={at} className={cls('segbar__s', state && `segbar__s--${state}`)} />
      })}
    </View>
  )
}
