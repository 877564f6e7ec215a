import { View } from '@tarojs/components'
import { coordinatedBy, dispatches, staffsGridsOnly } from 'domain/kernel/actor'
import { contains } from 'domain/kernel/area'
import { areaOf } from 'domain/need/need'
import { awaits } from 'domain/need/status'
import type { Person } from 'domain/person/person'
import { useMemo, useState } from 'react'
import { Guarded } from '@/shell/Guarded'
import { NothingYet } from '@/shell/NothingYet'
import { useFilling } from '@/shell/useFilling'
import type { NeedView } from '@/store/records'
import { Btn } from '@/ui/Btn'
import { Empty } from '@/ui/Empty'
import { Section } from '@/ui/Section'
import { KeepLists } from '@/work/KeepLists'
import { AreaChips, AskedBar } from '../pool/AskedBar'
import { useAsked } from '../pool/useAsked'
import { sumOf } from '../store/figures'
import { actionsOn, useQueue } from '../store/needs'
import { QueueCard } from './QueueCard'
import { QueueFigures } from './QueueFigures'
import { type Figure, figuresOf, inFigure, waitsForDispatch } from './queueFigures'
import { useStaffFigures } from './useStaffFigures'
import './queue.css'

const PAGE = 10

/** 派单台: what the communities and grids that I work for still owe, what is late first. */
export function Queue({ me, now }: { me: Person; now: string }) {
  const roots = coordinatedBy(me)
  const [area, setArea] = useState(roots[0])
  const asked = useAsked(area)
  const held = useQueue()
  const queue = useMemo(
    () => (area ? held.filter(({ need }) => contains(area, areaOf(need))) : held),
    [held, area],
  )
  const filling = useFilling()
  const [figure, setFigure] = useState<Figure | undefined>()
  const shown = figure ? queue.filter((view) => inFigure(view, figure, now)) : queue
  const answer = useStaffFigures(asked.at)
  // What a coordinator has been given so far says nothing of what there is.
  const counted = area && answer ? sumOf(answer, [area]) : undefined
  const figures = area ? counted : figuresOf(queue, now)
  const all = area ? counted?.[figure ?? 'open'] : shown.length
  const more = all !== undefined && shown.length < all

  return (
    <View>
      <View>
        {area && (
          <View className='wide'>
            <AreaChips roots={roots} area={area} onChange={setArea} />
          </View>
        )}
      </View>
      <QueueFigures figures={figures} chosen={figure} onChoose={setFigure} />
      <View className='mt-2'>{area && <AskedBar asked={asked} countedAt={answer?.at} now={now} />}</View>
      <View className='mt-3'>
        {staffsGridsOnly(me) && shown.length > 0 && (
          <View className='t-foot queue-note'>只列本网格的单，别的网格不在这里</View>
        )}
        {more && <View className='t-foot queue-note'>{`先列了 ${shown.length} 件，一共 ${all} 件`}</View>}
        <Both queue={shown} partly={more} now={now} me={me} />
        {shown.length === 0 &&
          (filling === 'filled' ? (
            all === 0 && (
              <Empty
                icon='s-done'
                title={
                  figure ? '这一类现在没有' : `${staffsGridsOnly(me) ? '本网格的' : ''}都派出去了，也都办好了`
                }
              />
            )
          ) : (
            <NothingYet filling={filling} />
          ))}
      </View>
      <View className='mt-3'>
        {asked.next && <Btn block busy={asked.busy} text='再看后面的' onTap={() => asked.ask(asked.next)} />}
      </View>
      <View>{dispatches(me) && <KeepLists me={me} />}</View>
    </View>
  )
}

interface BothProps {
  queue: NeedView[]
  /** There are more than have come: nothing is said of their number. */
  partly: boolean
  now: string
  me: Person
}

/** What waits for a dispatch stands before what others have in hand; of the first the candidates are shown. */
function Both({ queue, partly, now, me }: BothProps) {
  const [opened, setOpened] = useState<string>()
  const placed = queue.filter(({ need }) => awaits(need) === 'dispatch').length
  const waiting = queue.filter((view) => waitsForDispatch(view, now))
  const underWay = queue.filter((view) => !waitsForDispatch(view, now))
  const mayDispatch = (view: NeedView) => actionsOn(view, me, now).includes('dispatch')
  const open = waiting.find(({ need }) => need.id === opened) ?? waiting.find(mayDispatch)
  return (
    <View>
      <View>
        {waiting.length > 0 && !dispatches(me) && <Section tight title='等书记派单' />}
        {waiting.length > placed && !partly && (
          <View className='t-foot queue-note'>{waitingNote(placed, waiting.length)}</View>
        )}
        <QueueList views={waiting}>
          {(view) => (
            <QueueCard
              view={view}
              me={me}
              now={now}
              open={view === open && mayDispatch(view)}
              first={view === open}
              onOpen={mayDispatch(view) ? () => setOpened(view.need.id) : undefined}
            />
          )}
        </QueueList>
      </View>
      <View>
        {underWay.length > 0 && (
          <Section
            tight={waiting.length === 0}
            title='已派出'
            note={partly ? '先到时限的在前' : `${underWay.length} 件，先到时限的在前`}
          />
        )}
        <QueueList views={underWay}>
          {(view) => <QueueCard view={view} me={me} now={now} open={false} first={false} />}
        </QueueList>
      </View>
    </View>
  )
}

const waitingNote = (placed: number, all: number) => `${placed} 件等派单，${all - placed} 件到点还没人接`

interface QueueListProps {
  views: NeedView[]
  children: (view: NeedView) => JSX.Element
}

/** A page at a time: a list page stays below 800 nodes. */
function QueueList({ views, children }: QueueListProps) {
  const [shown, setShown] = useState(PAGE)
  const more = Math.min(PAGE, views.length - shown)
  return (
    <View>
      {views.slice(0, shown).map((view) => (
        <Guarded key={view.need.id} part='queue' of={view}>
          {children(view)}
        </Guarded>
      ))}
      {more > 0 && (
        <View className='mt-3'>
          <Btn block text={`再看 ${more} 件`} onTap={() => setShown(shown + PAGE)} />
        </View>
      )}
    </View>
  )
}
