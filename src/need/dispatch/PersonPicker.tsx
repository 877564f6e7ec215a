import { View } from '@tarojs/components'
import { skillNamesOf } from 'domain/category/category'
import { found } from 'domain/kernel/search'
import type { Need } from 'domain/need/need'
import type { Person } from 'domain/person/person'
import { useState } from 'react'
import { roleTags } from '@/person/person'
import { Btn } from '@/ui/Btn'
import { Card } from '@/ui/Card'
import { Note } from '@/ui/Note'
import { SearchBar } from '@/ui/SearchBar'
import { Section } from '@/ui/Section'
import { useCandidates } from '../store/candidates'
import { reasonsForDispatcher } from '../view/matching'
import { PickRow, toggled } from './Pick'

const AT_FIRST = 5
const SEARCH_FROM = 8

interface PersonPickerProps {
  need: Need
  now: string
  value: string[]
  onChange: (personIds: string[]) => void
}

const called = ({ displayName, skills }: Person, q: string) => found(q, displayName, ...skillNamesOf(skills))

/** Named helpers of the community, who suits best first: what they can do, how near they are, what they hold now. */
export function PersonPicker({ need, now, value, onChange }: PersonPickerProps) {
  const all = useCandidates(need).people
  const [q, setQ] = useState('')
  const [shown, setShown] = useState(AT_FIRST)
  const looking = q.trim() !== ''
  const rows = looking
    ? all.filter(({ helper }) => called(helper, q))
    : all.filter(({ helper }, at) => at < shown || value.includes(helper.id))

  return (
    <View>
      <Section title='指定谁来办' note={value.length > 0 ? `选了 ${value.length} 位` : '可以选多位'} />
      {all.length === 0 ? (
        <Note>这里没有这个社区的名单：名单只在本社区工作人员的手机里。可以放到接单大厅</Note>
      ) : (
        <View>
          <View>
            {all.length > SEARCH_FROM && (
              <SearchBar value={q} placeholder='搜名字或会做的事' onInput={setQ} />
            )}
          </View>
          <View className='mt-3'>
            {rows.length > 0 ? (
              <Card pad={false} className='picks'>
                {rows.map(({ helper, match }) => (
                  <PickRow
                    key={helper.id}
                    name={helper.displayName}
                    tags={roleTags(helper).slice(0, 2)}
                    reasons={reasonsForDispatcher(match, now)}
                    on={value.includes(helper.id)}
                    onToggle={() => onChange(toggled(value, helper.id))}
                  />
                ))}
              </Card>
            ) : (
              <Note>没找到“{q.trim()}”，换个说法试试</Note>
            )}
          </View>
          <View className='mt-3'>
            {!looking && shown < all.length && (
              <Btn block text={`看全部 ${all.length} 位`} onTap={() => setShown(all.length)} />
            )}
          </View>
        </View>
      )}
    </View>
  )
}
