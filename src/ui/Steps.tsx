import { View } from '@tarojs/components'
import { cls } from './cls'
import { STEPS } from './StatusTag'

const ALL = Array.from({ length: STEPS }, (_, at) => at + 1)

/** Five-part bar. `step` is the one under way, 1–5; above 5 all are done. */
export function Steps({ step }: { step: number }) {
  const label = step > STEPS ? '全部完成' : `第 ${step} 步，共 ${STEPS} 步`
  return (
    <View className='segbar' role='img' aria-label={label}>
      {ALL.map((each) => {
        const state = each < step ? 'done' : each === step && 'now'
        return <View key={each} className={cls('segbar__s', state && `segbar__s--${state}`)} />
      })}
    </View>
  )
}
