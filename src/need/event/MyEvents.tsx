import { View } from '@tarojs/components'
import type { Instant } from 'domain/kernel/time'
import { useState } from 'react'
import { useFrame } from '@/shell/frame/frame'
import { Guarded } from '@/shell/Guarded'
import { NothingYet } from '@/shell/NothingYet'
import { useFilling } from '@/shell/useFilling'
import { useNow } from '@/store/clock'
import type { NeedView } from '@/store/records'
import { Btn } from '@/ui/Btn'
import { Empty } from '@/ui/Empty'
import { NeedCard } from '@/ui/NeedCard'
import { Section } from '@/ui/Section'
import { useMyReports } from '../store/needs'
import { eventCardProps } from './gridEvent'

const AT_FIRST = 3
const MORE = 10

/** 我上报的, newest first: what still waits on this phone stands on top by itself. */
export function MyEvents() {
  const events = useMyReports()
  const filling = useFilling()
  const now = useNow()
  const [shown, setShown] = useState(AT_FIRST)
  const waiting = events.filter(({ local }) => local).length
  const first = Math.max(shown, waiting)
  const more = events.length - first
  return (
    <View id='event-mine'>
      <Section
        title='我上报的'
        note={waiting > 0 ? `${waiting} 件等着送出` : undefined}
        more={
          more > 0 && shown === AT_FIRST
            ? { text: `全部 ${events.length} 件`, onTap: () => setShown(first + MORE) }
            : undefined
        }
      />
      <View>
        {events.slice(0, first).map((view) => (
          <Guarded key={view.need.id} part='event' of={view}>
            <MyEvent view={view} now={now} />
          </Guarded>
        ))}
      </View>
      <View className='mt-3'>
        {more > 0 && shown > AT_FIRST && (
          <Btn block text={`再看 ${Math.min(more, MORE)} 件`} onTap={() => setShown(shown + MORE)} />
        )}
      </View>
      <View>
        {events.length === 0 &&
          (filling === 'filled' ? (
            <Empty icon='clipboard-check' title='还没有上报过' note='看到了就报，没网也能先存下' />
          ) : (
            <NothingYet filling={filling} />
          ))}
      </View>
    </View>
  )
}

const MyEvent = ({ view, now }: { view: NeedView; now: Instant }) => {
  const frame = useFrame()
  return (
    <NeedCard
      {...eventCardProps(view, now)}
      onTap={() => frame.open('/pages/need/index', { id: view.need.id })}
    />
  )
}
