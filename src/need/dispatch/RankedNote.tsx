import { View } from '@tarojs/components'
import { Link } from '@/ui/Link'
import { Note } from '@/ui/Note'
import type { Ranked } from './useRanked'

/** Instead of the people who could be named: that they are being looked for, why they have not come, or that there are none. */
export function RankedNote({ ranked: { busy, problem, ask } }: { ranked: Ranked }) {
  if (busy) {
    return (
      <View role='status'>
        <Note>正在找合适的人，也可以先放到接单大厅</Note>
      </View>
    )
  }
  if (!problem) return <Note>这个社区还没有登记能接单的人，可以放到接单大厅</Note>
  return (
    <Note tone='warn'>
      {problem}。可以先放到接单大厅
      <Link text='再试一次' onTap={ask} />
    </Note>
  )
}
