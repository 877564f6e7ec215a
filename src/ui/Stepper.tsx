import { View } from '@tarojs/components'
import { cls } from './cls'
import { Icon } from './Icon'

/** 步骤条: three to five steps by name. `step` is the one under way, from 1; past the last all are done. */
export function Stepper({ steps, step }: { steps: readonly string[]; step: number }) {
  const now = steps[step - 1]
  const label = now ? `第 ${step} 步，${now}，共 ${steps.length} 步` : '全部完成'
  return (
    <View className='stepper' role='img' aria-label={label}>
      {steps.map((name, index) => {
        const state = index + 1 < step ? 'done' : index + 1 === step && 'now'
        return (
          <View key={name} className={cls('stepper__i', state && `stepper__i--${state}`)}>
            <View className='stepper__dot'>
              {state === 'done' ? <Icon name='check' size={16} /> : index + 1}
            </View>
            <View>{name}</View>
          </View>
        )
      })}
    </View>
  )
}
