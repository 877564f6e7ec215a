import { homeOf } from 'domain/kernel/actor'
import type { Person } from 'domain/person/person'
import { locationText } from '@/area/areaNames'
import { useFrame } from '@/shell/frame/frame'
import { type NeedView, useRecords } from '@/store/records'
import { NeedCard } from '@/ui/NeedCard'
import { Candidates } from '../dispatch/Candidates'
import { needCardProps } from '../view/needCard'
import { queueLeft, queueMetas } from '../view/queue'

interface QueueCardProps {
  view: NeedView
  me: Person
  now: string
  /** Its candidates are shown; those of others are not even looked for. */
  open: boolean
  /** The one red button of the page. */
  first: boolean
  /** Of one whose candidates can be shown: a tap shows them. */
  onOpen?: (() => void) | undefined
}

export function QueueCard({ view, me, now, open, first, onOpen }: QueueCardProps) {
  const frame = useFrame()
  const areas = useRecords((records) => records.areas)
  const { need } = view
  const card = needCardProps(view, now, locationText(areas, need, homeOf(me)))
  return (
    <NeedCard
      {...card}
      left={queueLeft(view, now)}
      metas={queueMetas(view)}
      slots={undefined}
      age={undefined}
      onTap={open || !onOpen ? () => frame.open('/pages/need/index', { id: need.id }) : onOpen}
    >
      {open && <Candidates need={need} title={card.title} now={now} first={first} />}
    </NeedCard>
  )
}
