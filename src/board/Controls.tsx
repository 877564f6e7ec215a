import { View } from '@tarojs/components'
import { useState } from 'react'
import { Btn } from '@/ui/Btn'
import { Check } from '@/ui/Check'
import { Chips } from '@/ui/Chips'
import { Choice } from '@/ui/Choice'
import { IconBtn } from '@/ui/IconBtn'
import { Link } from '@/ui/Link'
import { Rating, type Score } from '@/ui/Rating'
import { Seg } from '@/ui/Seg'
import { Switch } from '@/ui/Switch'
import { Tag } from '@/ui/Tag'
import { Tiles } from '@/ui/Tiles'
import { Block, nothing } from './Block'

export function Buttons() {
  return (
    <Block title='按钮'>
      <View className='stack g-3'>
        <Btn look='primary' text='下一步，每屏一个' onTap={nothing} />
        <View className='row g-3'>
          <Btn grow look='ink' text='卡片内主操作' onTap={nothing} />
          <Btn grow text='次要' onTap={nothing} />
        </View>
        <View className='row g-3'>
          <Btn grow look='line' text='描边' onTap={nothing} />
          <Btn grow text='不可用' disabled />
        </View>
      </View>
    </Block>
  )
}

export function MoreButtons() {
  return (
    <Block title='按钮 · 大小、图标、送出中'>
      <View className='stack g-3'>
        <Btn look='primary' size='l' icon='plus' text='我要点单' onTap={nothing} />
        <View className='row g-3'>
          <Btn grow look='primary' busy text='送出中' />
          <Btn grow look='primary' disabled text='提交点单' />
        </View>
        <View className='row wrap g-2'>
          <Btn size='s' look='ink' icon='phone' text='打电话' onTap={nothing} />
          <Btn size='s' look='quiet' text='看看' onTap={nothing} />
          <Btn size='s' round icon='volume' text='念给我听' onTap={nothing} />
          <Btn size='s' look='text' text='再等等' onTap={nothing} />
        </View>
        <View className='row g-3'>
          <IconBtn icon='search' label='搜索' onTap={nothing} />
          <IconBtn icon='phone' label='打给陈师傅' round onTap={nothing} />
          <Link text='看说明' onTap={nothing} />
        </View>
        <Btn block look='line' text='很长的按钮文字写得下就一行，写不下就换行，不截断' onTap={nothing} />
      </View>
    </Block>
  )
}

export function RoundAndSquare() {
  const [day, setDay] = useState('chosen')
  return (
    <Block title='胶囊可点，方角只读'>
      <Choice
        label='什么时候'
        value={day}
        onChange={setDay}
        options={[
          { value: 'chosen', text: '已选' },
          { value: 'other', text: '未选' },
          { value: 'date', text: '另选', icon: 'calendar-event' },
        ]}
      />
      <View className='row wrap g-2'>
        <Tag tone='party' text='党员' />
        <Tag text='6 人' />
        <Tag tone='info' text='新' />
        <Tag tone='ok' text='已核实' />
        <Tag tone='warn' text='快到时间' />
        <Tag tone='late' icon='s-urge' text='超时' />
      </View>
    </Block>
  )
}

export function Filters() {
  const [on, setOn] = useState<string[]>(['near', 'kind'])
  const toggle = (key: string) => setOn(on.includes(key) ? on.filter((each) => each !== key) : [...on, key])
  const chips = [
    { key: 'near', text: '同一网格' },
    { key: 'kind', text: '水电小修', ends: 'clear' as const },
    { key: 'when', text: '时间', ends: 'menu' as const },
    { key: 'can', text: '只看能帮的', icon: 'user-check' as const },
  ].map((chip) => ({ ...chip, on: on.includes(chip.key) }))
  return (
    <Block title='筛选 · 一行可滑，或换行'>
      <View className='board__edge'>
        <Chips scroll label='筛选' chips={chips} onTap={toggle} />
      </View>
      <Chips label='技能' chips={chips} onTap={toggle} />
    </Block>
  )
}

export function Switches() {
  const [whom, setWhom] = useState<string>('me')
  const [view, setView] = useState<string>('list')
  const [on, setOn] = useState([true, false])
  const [agreed, setAgreed] = useState([true, false])
  const flip = (states: boolean[], at: number) => states.map((state, each) => (each === at ? !state : state))
  return (
    <Block title='分段与开关'>
      <Seg
        label='给谁'
        value={whom}
        onChange={setWhom}
        options={[
          { value: 'me', text: '本人' },
          { value: 'old', text: '代老人' },
          { value: 'other', text: '代他人' },
        ]}
      />
      <Seg
        label='怎么看'
        value={view}
        onChange={setView}
        options={[
          { value: 'list', text: '清单', icon: 'list-details' },
          { value: 'mine', text: '我的', icon: 'user' },
        ]}
      />
      <View className='row g-3'>
        {on.map((state, at) => (
          <Switch
            // biome-ignore lint/suspicious/noArrayIndexKey: the two are told apart by their place
            key={at}
            label={`开关 ${at + 1}`}
            on={state}
            onChange={() => setOn(flip(on, at))}
          />
        ))}
      </View>
      <View>
        <Check
          checked={agreed[0] ?? false}
          label='记住这部手机'
          onChange={() => setAgreed(flip(agreed, 0))}
        />
        <Check checked={agreed[1] ?? false} label='同意' onChange={() => setAgreed(flip(agreed, 1))}>
          我同意：门牌和电话只给接单人和本社区工作人员看，办结后自动隐藏。
          <Link text='看说明' onTap={nothing} />
        </Check>
      </View>
    </Block>
  )
}

export function Kinds() {
  const [kind, setKind] = useState<string>('help')
  return (
    <Block title='想要什么'>
      <Tiles
        label='想要什么'
        value={kind}
        onChange={setKind}
        options={[
          { kind: 'wish', text: '微心愿' },
          { kind: 'help', text: '求助' },
          { kind: 'report', text: '报问题' },
          { kind: 'service', text: '挑服务' },
        ]}
      />
    </Block>
  )
}

export function Ratings() {
  const [score, setScore] = useState<Score | undefined>(4)
  const [none, setNone] = useState<Score>()
  return (
    <Block title='评价 · 不预选'>
      <Rating value={score} onChange={setScore} />
      <Rating value={none} onChange={setNone} />
    </Block>
  )
}
