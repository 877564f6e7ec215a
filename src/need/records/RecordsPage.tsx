import { View } from '@tarojs/components'
import { useState } from 'react'
import { serviceTimeText } from '@/person/person'
import { switchTab } from '@/platform/navigation'
import { Framed } from '@/shell/frame/Framed'
import { Guarded } from '@/shell/Guarded'
import { guardedPage } from '@/shell/guardedPage'
import { requireLogIn } from '@/shell/logIn/requireLogIn'
import { NothingYet } from '@/shell/NothingYet'
import { useFilling } from '@/shell/useFilling'
import { useIsGuest } from '@/store/appState'
import { useNow } from '@/store/clock'
import type { NeedView } from '@/store/records'
import { Btn } from '@/ui/Btn'
import { Card } from '@/ui/Card'
import { Empty } from '@/ui/Empty'
import { Section } from '@/ui/Section'
import { useMyTasks } from '../store/needs'
import { RecordRow } from './RecordRow'
import './records.css'

const PAGE = 30

/** 服务记录: tasks that I finished, with the time each took; for me alone. */
function RecordsPage() {
  const ended = useMyTasks({ ended: true })
  return <Framed title='服务记录'>{ended.length > 0 ? <Records ended={ended} /> : <Nothing />}</Framed>
}

export default guardedPage('records', RecordsPage, { title: '服务记录' })

function Records({ ended }: { ended: NeedView[] }) {
  const now = useNow()
  const [shown, setShown] = useState(PAGE)
  const minutes = ended.reduce((sum, { mine }) => sum + (mine?.servedMin ?? 0), 0)
  return (
    <View>
      <View className='mt-2'>
        <Card>
          <View className='t-foot'>一共</View>
          <View className='t-num mt-1'>{serviceTimeText(minutes)}</View>
          <View className='t-foot mt-1'>帮了 {ended.length} 次忙。只有您自己看得到，不排名</View>
        </Card>
      </View>
      <Section title='帮过的忙' note={`${ended.length} 次`} />
      <Card pad={false}>
        {ended.slice(0, shown).map((view) => (
          <Guarded key={view.need.id} part='record' of={view}>
            <RecordRow view={view} now={now} />
          </Guarded>
        ))}
      </Card>
      <View className='mt-3'>
        {ended.length > shown && <Btn block text='看更早的' onTap={() => setShown(shown + PAGE)} />}
      </View>
    </View>
  )
}

function Nothing() {
  const guest = useIsGuest()
  const filling = useFilling()
  if (guest) {
    return (
      <Empty
        icon='history'
        title='登录后看服务记录'
        note='办完的每一单都会记下用时'
        action={{ text: '登录', onTap: () => void requireLogIn() }}
      />
    )
  }
  if (filling !== 'filled') return <NothingYet filling={filling} />
  return (
    <Empty
      icon='history'
      title='还没有服务记录'
      note='接一单，办好后这里会记下用时'
      action={{ text: '去工作台看看', onTap: () => switchTab('/pages/work/index') }}
    />
  )
}
