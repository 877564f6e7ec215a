import { View } from '@tarojs/components'
import { Avatar } from '@/ui/Avatar'
import { Btn } from '@/ui/Btn'
import { Card } from '@/ui/Card'
import { IconBtn } from '@/ui/IconBtn'
import { Person } from '@/ui/Person'
import { Reasons } from '@/ui/Reasons'
import { Block, nothing } from './Block'

const REASONS = [
  { icon: 'tool', text: '持证电工，正好对口' },
  { icon: 'walk', text: '同一网格，离得最近' },
  { icon: 'calendar-time', text: '11 点后有空', mind: true },
] as const

export const Candidate = () => (
  <Block title='候选人行'>
    <Card pad={false} className='board__people'>
      <Person
        name='陈师傅'
        tags={[{ text: '党员', tone: 'party' }]}
        reasons={[...REASONS]}
        tail={<Btn size='s' look='primary' text='派单' label='派单给陈师傅' onTap={nothing} />}
      />
    </Card>
  </Block>
)

export const People = () => (
  <Block title='人 · 头像、理由并排、很长的名字'>
    <Card pad={false} className='board__people'>
      <Person
        name='陈师傅'
        tone='blue'
        note='网格员 · 03 网格'
        tail={<IconBtn round icon='phone' label='打给陈师傅' onTap={nothing} />}
        onTap={nothing}
      />
      <Person name='阳东区城市管理和综合执法局东城中队' letter='管' tone='grey' tags={[{ text: '单位' }]} />
      <Person name='林主任' tone='amber' inline reasons={[...REASONS]} />
    </Card>
    <Card>
      <View className='row g-3'>
        <Avatar letter='陈' size='l' />
        <Avatar letter='李' tone='purple' />
        <Avatar letter='王' size='s' tone='grey' />
      </View>
      <Reasons reasons={[...REASONS]} />
    </Card>
  </Block>
)
