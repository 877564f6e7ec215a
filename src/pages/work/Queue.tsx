import { View } from '@tarojs/components'
import type { Person } from 'domain/actor'
import { coordinatedBy } from 'domain/actor'
import { contains } from 'domain/area'
import { useState } from 'react'
import { Btn } from '@/components/Btn'
import { Empty } from '@/components/Empty'
import { Section } from '@/components/Section'
import { useQueue } from '@/store/needs'
import type { NeedView } from '@/store/records'
import { dispatches } from '../dispatches'
import { NothingYet } from '../NothingYet'
import { useFilling } from '../useFilling'
import { AreaChips, AskedBar } from './AskedBar'
import { KeepLists } from './KeepLists'
import { QueueCard } from './QueueCard'
import { QueueFigures } from './QueueFigures'
import { type Figure, figuresOf, inFigure, waitsForDispatch } from './queueFigures'
import { useAsked } from './useAsked'

const PAGE = 10

/** 派单台: what the communities that I work for still owe, what is late first. */
export function Queue({ me, now }: { me: Person; now: string }) {
  const roots = coordinatedBy(me)
  const [area, setArea] = useState(roots[0])
  const asked = useAsked(area)
  const all = useQueue()
  const queue = area ? all.filter(({ need }) => contains(area, need.communityCode)) : all
  const filling = useFilling()
  const [figure, setFigure] = useState<Figure | undefined>()
  const shown = figure ? queue.filter((view) => inFigure(view, figure, now)) : queue
  const first = shown.find((view) => waitsForDispatch(view, now))
  const list = (views: NeedView[]) => <QueueList views={views} me={me} now={now} first={first} />

  return (
    <View>
      <View className='wide'>{area && <AreaChips roots={roots} area={area} onChange={setArea} />}</View>
      <QueueFigures figures={figuresOf(queue, now)} chosen={figure} onChoose={setFigure} />
      <View className='mt-2'>{area && <AskedBar asked={asked} now={now} />}</View>
      <View className='mt-3'>
        {figure ? list(shown) : <Both queue={queue} now={now} list={list} me={me} />}
        {shown.length === 0 &&
          (filling === 'filled' ? (
            <Empty icon='s-done' title={figure ? '这一类现在没有' : '都派出去了，也都办好了'} />
          ) : (
            <NothingYet filling={filling} />
          ))}
      </View>
      <View className='mt-3'>
        {asked.next && <Btn block busy={asked.busy} text='再取后面的' onTap={() => asked.ask(asked.next)} />}
      </View>
      <View>{dispatches(me) && <KeepLists me={me} />}</View>
    </View>
  )
}

interface BothProps {
  queue: NeedView[]
  now: string
  me: Person
  list: (views: NeedView[]) => JSX.Element
}

/** What waits for a dispatch stands before what others have in hand. */
function Both({ queue, now, me, list }: BothProps) {
  const placed = queue.filter(({ need }) => need.status === 'placed').length
  const waiting = queue.filter((view) => waitsForDispatch(view, now))
  const underWay = queue.filter((view) => !waitsForDispatch(view, now))
  return (
    <View>
      <View>
        {waiting.length > 0 && (
          <View>
            <Section
              tight
              title={dispatches(me) ? '等您派单' : '等书记派单'}
              note={waitingNote(placed, waiting.length)}
            />
            {list(waiting)}
          </View>
        )}
      </View>
      <View>
        {underWay.length > 0 && (
          <View>
            <Section tight title='已派出' note={`${underWay.length} 件，先到时限的在前`} />
            {list(underWay)}
          </View>
        )}
      </View>
    </View>
  )
}

const waitingNote = (placed: number, all: number) =>
  all > placed ? `${placed} 件新来，${all - placed} 件到点没人接` : `${all} 件`

interface QueueListProps {
  views: NeedView[]
  me: Person
  now: string
  first: NeedView | undefined
}

/** A page at a time: a list page stays below 800 nodes. */
function QueueList({ views, me, now, first }: QueueListProps) {
  const [shown, setShown] = useState(PAGE)
  const more = views.length - shown
  return (
    <View>
      {views.slice(0, shown).map((view) => (
        <QueueCard key={view.need.id} view={view} me={me} now={now} first={view === first} />
      ))}
      {more > 0 && (
        <View className='mt-3'>
          <Btn block text={`再看 ${Math.min(more, PAGE)} 件`} onTap={() => setShown(shown + PAGE)} />
        </View>
      )}
    </View>
  )
}
