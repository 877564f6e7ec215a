import { View } from '@tarojs/components'
import { Card } from '@/ui/Card'
import { Deadline } from '@/ui/Deadline'
import { Stepper } from '@/ui/Stepper'
import { Steps } from '@/ui/Steps'
import { Timeline } from '@/ui/Timeline'
import { Block } from './Block'

export const Story = () => (
  <Block title='时间线'>
    <Card>
      <Timeline
        entries={[
          { id: 'placed', title: '您提交了点单', time: '08:19', state: 'done' },
          { id: 'serving', title: '服务中', time: '09:35', note: '陈师傅在路上', state: 'now' },
          { id: 'rate', title: '等您评价', state: 'next' },
        ]}
      />
    </Card>
  </Block>
)

const GRID_STEPS = ['采集', '研判', '分派', '处置', '反馈']

export const NamedSteps = () => (
  <Block title='步骤条'>
    <Card pad={false} className='board__steps'>
      <Stepper steps={GRID_STEPS} step={2} />
    </Card>
  </Block>
)

export const StepBars = () => (
  <Block title='五步进度'>
    <Card>
      <View className='stack g-4'>
        <Stepper steps={GRID_STEPS} step={6} />
        {[1, 2, 3, 4, 5, 6].map((step) => (
          <Steps key={step} step={step} />
        ))}
      </View>
    </Card>
  </Block>
)

const PROMISE = { promise: '承诺今天 18:00 前办好', started: '08:19 提交' }

export const Deadlines = () => (
  <Block title='时限卡 · 按时、快到、超时'>
    <View>
      <Deadline
        {...PROMISE}
        left='8 小时 19 分'
        shareLeft={0.8}
        consequence='到点没办好，会自动转给镇里督办'
      />
      <Deadline {...PROMISE} left='24 分' shareLeft={0.1} consequence='到点没办好，会自动转给镇里督办' />
      <Deadline {...PROMISE} left='1 小时 2 分' shareLeft={-0.1} consequence='镇里已经在跟' />
    </View>
  </Block>
)
