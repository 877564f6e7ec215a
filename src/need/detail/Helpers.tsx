import { View } from '@tarojs/components'
import type { Instant } from 'domain/kernel/time'
import { type Assignment, activeAssignments } from 'domain/need/need'
import { lineText } from '@/format/times'
import { useSay } from '@/shell/useSay'
import type { NeedView } from '@/store/records'
import { Card } from '@/ui/Card'
import { Person } from '@/ui/Person'
import { Slots } from '@/ui/Slots'
import { slotsOf } from '../view/needCard'

/** Who helps, and who is still wanted. */
export function Helpers({ view, now }: { view: NeedView; now: Instant }) {
  const { need, whole } = view
  const say = useSay()
  const holders = activeAssignments(need)
  const slots = need.headcount > 1 ? slotsOf(need) : undefined
  if (holders.length === 0) return null
  return (
    <Card pad={false} className='need-people'>
      {holders.map((each) => (
        // what this phone holds only in outline tells no times
        <Person key={each.slot} name={each.personName} note={whole ? say(sinceText(each, now)) : undefined} />
      ))}
      <View className={slots ? 'need-people__slots' : ''}>{slots && <Slots {...slots} />}</View>
    </Card>
  )
}

const sinceText = ({ startedAt, claimedAt }: Assignment, now: Instant) =>
  startedAt ? `${lineText(startedAt, now)} 出发` : `${lineText(claimedAt, now)} 接单`
