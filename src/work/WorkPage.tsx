import { View } from '@tarojs/components'
import { communitiesCollected, homeOf, staffAreas } from 'domain/kernel/actor'
import type { Person } from 'domain/person/person'
import { areaText } from '@/area/areaNames'
import { refresh } from '@/client'
import { Pool } from '@/need/pool/Pool'
import { Queue } from '@/need/queue/Queue'
import { MyPart } from '@/need/tasks/MyPart'
import { Tasks } from '@/need/tasks/Tasks'
import { stopPullDown } from '@/platform/dialog'
import { usePullDownRefresh } from '@/platform/hooks'
import { Framed } from '@/shell/frame/Framed'
import { guardedPage } from '@/shell/guardedPage'
import { useAppState, useIsGuest } from '@/store/appState'
import { useNow } from '@/store/clock'
import { useMe } from '@/store/lists'
import { useElder } from '@/store/preferences'
import { type Records, useRecords } from '@/store/records'
import { TopNav } from '@/ui/Nav'
import { Seg } from '@/ui/Seg'
import { Skeleton } from '@/ui/Skeleton'
import { type Desk, deskName, desksOf, useDesk } from './desks'
import { GridEntry } from './GridEntry'
import { GuestDesk } from './GuestDesk'
import './work.css'

/** 工作台: what a person has to do here, by role. */
function WorkPage() {
  const me = useMe()
  const guest = useIsGuest()
  const ready = useAppState((state) => state.ready)
  usePullDownRefresh(() => void refresh().then(stopPullDown))

  if (me) return <Workbench me={me} />
  return (
    <Framed title='工作台' tab='work' nav={<TopNav heading='工作台' />}>
      {guest && ready ? <GuestDesk /> : <Skeleton />}
    </Framed>
  )
}

export default guardedPage('work', WorkPage, { title: '工作台', tab: 'work' })

function Workbench({ me }: { me: Person }) {
  const [desk, choose] = useDesk(me)
  const areas = useRecords((records) => records.areas)
  const now = useNow()
  const elder = useElder()
  const desks = desksOf(me, elder)
  const title = deskName(desk, me, elder)
  const collects = communitiesCollected(me).length > 0
  return (
    <Framed
      title={title}
      tab='work'
      nav={<TopNav heading={title} place={placeOf(desk, me, areas)} />}
      lead={
        desks.length > 1 && (
          <View className='desks'>
            <Seg
              label='切换工作台'
              options={desks.map((value) => ({ value, text: deskName(value, me, elder) }))}
              value={desk}
              onChange={choose}
            />
          </View>
        )
      }
    >
      <View>{desk === desks[0] && collects && <GridEntry />}</View>
      <DeskBody desk={desk} me={me} now={now} onPool={() => choose('pool')} onTasks={() => choose('tasks')} />
    </Framed>
  )
}

/** Where the desk lies: the areas that somebody works for, otherwise their home. */
function placeOf(desk: Desk, me: Person, areas: Records['areas']): string | undefined {
  const codes = desk === 'queue' ? staffAreas(me) : [homeOf(me)]
  const names = codes.flatMap((code) => areaText(areas, code) ?? [])
  return names.length > 1 ? `${names[0]}等 ${names.length} 处` : names[0]
}

interface DeskProps {
  desk: Desk
  me: Person
  now: string
  onPool: () => void
  onTasks: () => void
}

function DeskBody({ desk, me, now, onPool, onTasks }: DeskProps) {
  if (desk === 'queue') return <Queue me={me} now={now} />
  if (desk === 'pool') return <Pool me={me} now={now} onTasks={onTasks} />
  return desk === 'tasks' ? <Tasks me={me} now={now} onPool={onPool} /> : <MyPart now={now} />
}
