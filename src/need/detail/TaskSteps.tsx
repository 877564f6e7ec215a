import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { lineText } from '@/format/times'
import { useSay } from '@/shell/useSay'
import type { NeedView } from '@/store/records'
import { Card } from '@/ui/Card'
import { cls } from '@/ui/cls'
import { Icon } from '@/ui/Icon'
import { IconBtn } from '@/ui/IconBtn'

interface TaskStepsProps {
  view: NeedView
  now: string
  /** Opens what 办好了 asks for. */
  onFinish: () => void
}

/** What who holds it has done of it, and what is next. */
export function TaskSteps({ view: { need }, now, onFinish }: TaskStepsProps) {
  const { startedAt } = need
  const say = useSay()
  return (
    <Card pad={false} className='todos'>
      <Step
        n={1}
        state={startedAt ? 'done' : 'now'}
        title='出发'
        note={startedAt ? undefined : '点一下，居民就看得到您在路上'}
        tail={startedAt && <View className='tl__time'>{say(lineText(startedAt, now))}</View>}
      />
      <Step
        n={2}
        state={startedAt ? 'now' : 'next'}
        title='说一句结果'
        note='办了什么、现在怎么样，一句就行'
        tail={startedAt && <IconBtn icon='pencil' label='写一句结果，请居民确认' onTap={onFinish} />}
      />
    </Card>
  )
}

const SAID = { done: '已完成', now: '现在', next: '接下来' } as const

interface StepProps {
  n: number
  state: keyof typeof SAID
  title: string
  note?: string | undefined
  tail?: ReactNode
}

function Step({ n, state, title, note, tail }: StepProps) {
  return (
    <View className='todo'>
      <View className={cls('todo__n', `todo__n--${state}`)} role='img' aria-label={SAID[state]}>
        {state === 'done' ? <Icon name='check' size={18} /> : n}
      </View>
      <View className='todo__body'>
        <View className='grow'>
          <View className={cls('t-body', state === 'now' ? 't-b' : 't-m')}>{title}</View>
          <View className='t-foot'>{note}</View>
        </View>
        {tail}
      </View>
    </View>
  )
}
