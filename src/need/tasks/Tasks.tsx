import { View } from '@tarojs/components'
import { homeOf } from 'domain/kernel/actor'
import type { Person } from 'domain/person/person'
import { serviceTimeText } from '@/person/person'
import { useFrame } from '@/shell/frame/frame'
import { Guarded } from '@/shell/Guarded'
import { NothingYet } from '@/shell/NothingYet'
import { useFilling } from '@/shell/useFilling'
import { Empty } from '@/ui/Empty'
import { Form, FormRow } from '@/ui/FormRow'
import { Section } from '@/ui/Section'
import { LostClaims } from '../pool/LostClaims'
import { isClaiming, useFormerTasks, useMyTasks, usePool } from '../store/needs'
import { FormerCard } from './FormerCard'
import { TaskCard } from './TaskCard'

/** 我的任务: what I hold, what falls due first; then claims that the server has not answered. */
export function Tasks({ me, now, onPool }: { me: Person; now: string; onPool: () => void }) {
  const frame = useFrame()
  const tasks = useMyTasks()
  const ended = useMyTasks({ ended: true })
  const former = useFormerTasks()
  const others = usePool().length
  const filling = useFilling()
  const claiming = tasks.filter(isClaiming)
  const held = tasks.filter((view) => !isClaiming(view))
  const minutes = ended.reduce((sum, { mine }) => sum + (mine?.servedMin ?? 0), 0)
  const own = homeOf(me)

  return (
    <View>
      <LostClaims others={others} now={now} onOthers={onPool} />
      <View>
        {held.length > 0 && <Section tight title='正在办' note={`${held.length} 件`} />}
        {held.map((view) => (
          <Guarded key={view.need.id} part='task' of={view}>
            <TaskCard view={view} me={me} now={now} own={own} />
          </Guarded>
        ))}
      </View>
      <View>
        {claiming.length > 0 && <Section tight title='等结果' note='接没接到，送到后告诉您' />}
        {claiming.map((view) => (
          <Guarded key={view.need.id} part='task' of={view}>
            <TaskCard view={view} me={me} now={now} own={own} />
          </Guarded>
        ))}
      </View>
      <View>
        {former.length > 0 && <Section tight title='不用再办的' note='七天后自动收起' />}
        {former.map((view) => (
          <Guarded key={view.need.id} part='former' of={view}>
            <FormerCard view={view} now={now} own={own} />
          </Guarded>
        ))}
      </View>
      <View className='mt-3'>
        {tasks.length + former.length === 0 &&
          (filling === 'filled' ? (
            <Empty
              icon='clipboard-check'
              title='手上没有任务'
              note={others > 0 ? `接单大厅里有 ${others} 件可以接` : '有人需要帮忙时，会出现在接单大厅'}
              action={{ text: '去接单大厅', onTap: onPool }}
            />
          ) : (
            <NothingYet filling={filling} />
          ))}
      </View>
      <View className='mt-4'>
        <Form>
          <FormRow
            icon='history'
            title='服务记录'
            value={ended.length > 0 ? `${ended.length} 次，${serviceTimeText(minutes)}` : '还没有'}
            onTap={() => frame.open('/member/records/index')}
          />
        </Form>
      </View>
    </View>
  )
}
