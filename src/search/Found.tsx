import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { ListedNeed, ListedResource, ListedService } from '@/lists/cards'
import { startPlace } from '@/need/place/startPlace'
import { Guarded } from '@/shell/Guarded'
import { useRecords } from '@/store/records'
import { Btn } from '@/ui/Btn'
import { Empty } from '@/ui/Empty'
import { Link } from '@/ui/Link'
import { Note } from '@/ui/Note'
import { Section } from '@/ui/Section'
import { Skeleton } from '@/ui/Skeleton'
import { useSearch } from './useSearch'

/** What holds the words, list by list. */
export function Found({ q }: { q: string }) {
  const { needs, resources, services, busy, trouble, more, again } = useSearch(q)
  const records = useRecords()
  const nothing = needs.length + resources.length + services.length === 0
  return (
    <View key={q}>
      <View>
        {trouble && !busy && (
          <View className='mt-3'>
            <Note tone='warn'>
              没连上，只找了手机里存下的。
              <Link text='再试一次' onTap={again} />
            </Note>
          </View>
        )}
      </View>
      <Hits title='需求' unit='件' ids={needs} more={more.needs}>
        {(id) => {
          const view = records.needs[id]
          return view && <ListedNeed view={view} />
        }}
      </Hits>
      <Hits title='服务' unit='项' ids={services} more={more.services}>
        {(id) => {
          const service = records.services[id]
          return service && <ListedService service={service} />
        }}
      </Hits>
      <Hits title='资源' unit='项' ids={resources} more={more.resources}>
        {(id) => {
          const resource = records.resources[id]
          return resource && <ListedResource resource={resource} />
        }}
      </Hits>
      <View className='mt-4'>{nothing && (busy ? <Skeleton count={1} /> : <NotFound q={q} />)}</View>
    </View>
  )
}

const AT_FIRST = 3
const MORE = 20

interface HitsProps {
  title: string
  unit: string
  ids: string[]
  /** The server has more. */
  more: (() => void) | undefined
  children: (id: string) => ReactNode
}

function Hits({ title, unit, ids, more, children: draw }: HitsProps) {
  const [shown, setShown] = useState(AT_FIRST)
  const left = ids.length - shown
  const next = () => {
    if (left < MORE) more?.()
    setShown(shown + MORE)
  }
  if (ids.length === 0) return <View />
  return (
    <View>
      <Section tight title={title} note={`${ids.length}${more ? ' 多' : ''} ${unit}`} />
      <View className='search-hits'>
        {ids.slice(0, shown).map((id) => (
          <Guarded key={id} part='hit'>
            {draw(id)}
          </Guarded>
        ))}
      </View>
      <View>
        {(left > 0 || more) && (
          <View className='mt-3'>
            <Btn
              block
              size='s'
              text={left > 0 ? `再看 ${Math.min(left, MORE)} ${unit}` : '再看一些'}
              onTap={next}
            />
          </View>
        )}
      </View>
    </View>
  )
}

function NotFound({ q }: { q: string }) {
  return (
    <Empty
      icon='search'
      title={`没找到“${q}”`}
      note='换个说法，或直接点一单'
      action={{ text: '我要点单', onTap: () => void startPlace({ words: q }) }}
    />
  )
}
