import { View } from '@tarojs/components'
import { startOf } from 'domain/kernel/grapheme'
import type { Person } from 'domain/person/person'
import { skillsText } from '@/person/person'
import { Avatar } from '@/ui/Avatar'
import { press } from '@/ui/press'
import { Switch } from '@/ui/Switch'
import { freeText } from '../view/matching'
import { setRecommend } from './poolChoices'

interface FreeCardProps {
  me: Person
  now: string
  carrying: number
  /** Whether they want to be told what suits them; on this phone alone. */
  recommend: boolean
  onTasks: () => void
}

/** What somebody registered of their time and skills, and what they carry now. */
export function FreeCard({ me, now, carrying, recommend, onTasks }: FreeCardProps) {
  const skills = skillsText(me)
  const title = recommend ? freeText(me, carrying, now) : '先不推荐，自己挑'
  const load = carrying > 0 ? `手上 ${carrying} 单` : '手上没有单'
  const note = skills ? `${load} · 会 ${skills}` : load
  return (
    <View className='card free mt-3'>
      <Avatar size='s' letter={startOf(me.displayName, 1)} />
      <View className='grow' {...press(onTasks)}>
        <View className='t-body t-m'>{title}</View>
        <View className='t-foot'>{note}</View>
      </View>
      <Switch label='接收推荐' on={recommend} onChange={(on) => setRecommend(me, on)} />
    </View>
  )
}
