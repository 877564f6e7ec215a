import { View } from '@tarojs/components'
import { found } from 'domain/kernel/search'
import { useState } from 'react'
import { roleTags } from '@/person/person'
import { skillNamesOf } from '@/store/catalogue'
import { Btn } from '@/ui/Btn'
import { Card } from '@/ui/Card'
import { Note } from '@/ui/Note'
import { SearchBar } from '@/ui/SearchBar'
import { Section } from '@/ui/Section'
import { reasonsForDispatcher } from '../view/matching'
import { PickRow, toggled } from './Pick'
import { RankedNote } from './RankedNote'
import type { Ranked } from './useRanked'

const AT_FIRST = 5
const SEARCH_FROM = 8

interface PersonPickerProps {
  ranked: Ranked
  now: string
  value: string[]
  onChange: (personIds: string[]) => void
}

const called = ({ displayName, skills }: Ranked['people'][number]['helper'], q: string) =>
  found(q, displayName, ...skillNamesOf(skills))

/** Named helpers of the community, who suits best first: what they can do, how near they are, what they hold now. */
export function PersonPicker({ ranked, now, value, onChange }: PersonPickerProps) {
  const all = ranked.people
  const more = ranked.all.people > all.length
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
        <RankedNote ranked={ranked} />
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
              <Btn
                block
                text={`看${more ? '' : '全部 '}${all.length} 位`}
                onTap={() => setShown(all.length)}
              />
            )}
            {more && (
              <View className='t-foot mt-2'>{`只列最合适的 ${all.length} 位，一共 ${ranked.all.people} 位`}</View>
            )}
          </View>
        </View>
      )}
    </View>
  )
}
