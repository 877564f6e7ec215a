import { View } from '@tarojs/components'
import type { Person } from 'domain/actor'
import { dispatchesIn } from 'domain/actor'
import type { Resource } from 'domain/resource'
import type { Service } from 'domain/service'
import { useState } from 'react'
import { ActionBar } from '@/components/ActionBar'
import { Empty } from '@/components/Empty'
import { Nav } from '@/components/Nav'
import { Section } from '@/components/Section'
import { Seg } from '@/components/Seg'
import { AppPage } from '@/pages/AppPage'
import { NothingYet } from '@/pages/NothingYet'
import { useFilling } from '@/pages/useFilling'
import { useNow } from '@/pages/useNow'
import { goBack, goTo } from '@/platform/navigation'
import { useResources, useServices } from '@/store/lists'
import { KeptCard } from './KeptCard'
import { NEW } from './keeping'

type List = 'service' | 'resource'
const NAMES: Record<List, string> = { service: '服务', resource: '资源' }

/** The services or resources that somebody keeps, those taken off as well. */
export function Kept({ me, list: first }: { me: Person; list: List }) {
  const [list, setList] = useState(first)
  const now = useNow()
  const filling = useFilling()
  const services = useServices({ unlisted: true })
  const resources = useResources({ unlisted: true })
  const all: (Service | Resource)[] = list === 'service' ? services : resources
  const mine = all.filter(({ communityCode }) => dispatchesIn(me, communityCode))
  const on = mine.filter(({ listed }) => listed)
  const off = mine.filter(({ listed }) => !listed)
  const add = () => goTo('/desk/publish/index', { list, id: NEW })

  return (
    <AppPage
      nav={<Nav title='管理清单' onBack={goBack} />}
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
      <Section tight title='在架' note={`${on.length} 项，大家都看得到`} />
      <Cards items={on} now={now} />
      <View>
        {on.length === 0 &&
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
      <View>
        {off.length > 0 && (
          <View>
            <Section title='已下架' note={`${off.length} 项，只有工作人员看得到`} />
            <Cards items={off} now={now} />
          </View>
        )}
      </View>
    </AppPage>
  )
}

function Cards({ items, now }: { items: (Service | Resource)[]; now: string }) {
  return (
    <View>
      {items.map((item) => (
        <KeptCard key={item.id} item={item} now={now} />
      ))}
    </View>
  )
}
