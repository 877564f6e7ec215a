import { View } from '@tarojs/components'
import { useState } from 'react'
import { Btn } from '@/ui/Btn'
import { Card } from '@/ui/Card'
import { Choice } from '@/ui/Choice'
import { Empty } from '@/ui/Empty'
import { Note } from '@/ui/Note'
import { StatusTag, type StatusTone } from '@/ui/StatusTag'
import { Block, nothing } from './Block'

const TONES: StatusTone[] = ['dispatch', 'claim', 'serving', 'rate', 'done', 'redo']

/** 长辈版 beside the others: the same components under other variables. */
export function Elder() {
  const [day, setDay] = useState<string>('today')
  return (
    <View className='board__column elder'>
      <Block title='长辈版，同一套组件'>
        <Card>
          <View className='t-head'>修厨房水龙头</View>
          <View className='row mt-2'>
            <StatusTag tone='serving' />
          </View>
          <View className='t-body mt-3'>陈师傅十点十分到</View>
          <View className='mt-4'>
            <Btn look='line' icon='phone' text='打给陈师傅' onTap={nothing} />
          </View>
        </Card>
      </Block>
      <Block title='按钮 64，胶囊 60'>
        <Btn look='primary' text='请人帮忙' onTap={nothing} />
        <Choice
          label='哪天'
          value={day}
          onChange={setDay}
          options={[
            { value: 'today', text: '今天' },
            { value: 'tomorrow', text: '明天' },
          ]}
        />
      </Block>
      <Block title='状态'>
        <View className='row wrap g-2'>
          {TONES.map((tone) => (
            <StatusTag key={tone} tone={tone} />
          ))}
        </View>
      </Block>
      <Block title='评价'>
        <Btn look='line' icon='mood-happy' text='满意' onTap={nothing} />
        <Btn look='line' icon='mood-sad' text='不满意，再办' onTap={nothing} />
      </Block>
      <Block title='没网'>
        <Note tone='warn' icon='cloud-off'>
          没有网络，存好了，有网就送
        </Note>
      </Block>
      <Block title='空'>
        <Empty icon='clipboard-list' title='还没有点过单' note='点一下，说一件想请人办的事' />
      </Block>
    </View>
  )
}
