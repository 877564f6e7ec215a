import { View } from '@tarojs/components'
import { dispatchesIn } from 'domain/kernel/actor'
import type { Resource } from 'domain/listing/resource'
import type { Service } from 'domain/listing/service'
import type { Person } from 'domain/person/person'
import { useState } from 'react'
import { Framed } from '@/shell/frame/Framed'
import { useFrame } from '@/shell/frame/frame'
import { Guarded } from '@/shell/Guarded'
import { NothingYet } from '@/shell/NothingYet'
import { useFilling } from '@/shell/useFilling'
import { useNow } from '@/store/clock'
import { useResources, useServices } from '@/store/lists'
import { ActionBar } from '@/ui/ActionBar'
import { Btn } from '@/ui/Btn'
import { Empty } from '@/ui/Empty'
import { Section } from '@/ui/Section'
import { Seg } from '@/ui/Seg'
import { staleText } from '../view/kept'
import { KeptCard } from './KeptCard'
import { NEW } from './keeping'

type List = 'service' | 'resource'
const NAMES: Record<List, string> = { service: '服务', resource: '资源' }
const PAGE = 10

/** The services or resources that somebody keeps, those taken off as well. */
export function Kept({ me, list: first }: { me: Person; list: List }) {
  const frame = useFrame()
  const [list, setList] = useState(first)
  const now = useNow()
  const filling = useFilling()
  const services = useServices({ unlisted: true })
  const resources = useResources({ unlisted: true })
  const all: (Service | Resource)[] = list === 'service' ? services : resources
  const mine = all.filter(({ communityCode }) => dispatchesIn(me, communityCode))
  const stale = mine.filter((item) => staleText(item, now) !== undefined)
  const on = mine.filter((item) => item.listed && !stale.includes(item))
  const off = mine.filter(({ listed }) => !listed)
  const placed = new Set(mine.map(({ communityCode }) => communityCode)).size > 1
  const add = () => frame.open('/desk/publish/index', { list, id: NEW })

  return (
    <Framed
      title='管理清单'
      pad='bar'
      foot={<ActionBar main={{ text: `添一项${NAMES[list]}`, icon: 'plus', onTap: add }} />}
    >
      <View className='mt-2'>
        <Seg
          label='哪张清单'
          options={[
            { value: 'service', text: '服务' },
            { value: 'resource', text: '资源' },
          ]}
          value={list}
          onChange={setList}
        />
      </View>
      <Cards
        key={`stale-${list}`}
        title='该看一看了'
        note={`${stale.length} 项，${list === 'service' ? '添上场次，或者下架' : '补上数量，或者下架'}`}
        items={stale}
        placed={placed}
        now={now}
      />
      <Cards
        key={`on-${list}`}
        title='在架'
        note={`${on.length} 项，大家都看得到`}
        items={on}
        placed={placed}
        now={now}
      />
      <View>
        {on.length + stale.length === 0 &&
          (filling === 'filled' ? (
            <Empty
              icon={list === 'service' ? 'clipboard-list' : 'box'}
              title={`还没有${NAMES[list]}`}
              note='添上一项，居民就能看到'
            />
          ) : (
            <NothingYet filling={filling} />
          ))}
      </View>
      <Cards
        key={`off-${list}`}
        title='已下架'
        note={`${off.length} 项，只有工作人员看得到`}
        items={off}
        placed={placed}
        now={now}
      />
    </Framed>
  )
}

interface CardsProps {
  title: string
  note: string
  items: (Service | Resource)[]
  placed: boolean
  now: string
}

/** A page at a time: a list page stays below 800 nodes. */
function Cards({ title, note, items, placed, now }: CardsProps) {
  const [shown, setShown] = useState(PAGE)
  const more = items.length - shown
  if (items.length === 0) return <View />
  return (
    <View>
      <Section tight title={title} note={note} />
      {items.slice(0, shown).map((item) => (
        <Guarded key={item.id} part='item' of={item}>
          <KeptCard item={item} now={now} placed={placed} />
        </Guarded>
      ))}
      {more > 0 && (
        <View className='mt-3'>
          <Btn block text={`再看 ${Math.min(more, PAGE)} 项`} onTap={() => setShown(shown + PAGE)} />
        </View>
      )}
    </View>
  )
}
