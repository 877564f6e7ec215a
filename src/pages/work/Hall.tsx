import { View } from '@tarojs/components'
import type { Person } from 'domain/actor'
import { homeOf } from 'domain/actor'
import { useState } from 'react'
import { Btn } from '@/components/Btn'
import { Card } from '@/components/Card'
import { Empty } from '@/components/Empty'
import { Link } from '@/components/Link'
import { Note } from '@/components/Note'
import { Person as PersonRow } from '@/components/Person'
import { Section } from '@/components/Section'
import { switchTab } from '@/platform/navigation'
import { isClaiming, useHall, useMyTasks } from '@/store/needs'
import type { NeedView } from '@/store/records'
import { titleOfNeed } from '@/view/needCard'
import { skillsText } from '@/view/person'
import { NothingYet } from '../NothingYet'
import { useFilling } from '../useFilling'
import { HallCard } from './HallCard'
import { LostClaims } from './LostClaims'
import { useWon } from './useWon'

const PAGE = 12

const isInvited = (view: NeedView) => view.mine?.as.includes('invited') ?? false

/** 接单大厅: invitations first, then what the pools that I belong to were offered. */
export function Hall({ me, now, onTasks }: { me: Person; now: string; onTasks: () => void }) {
  const hall = useHall()
  const holding = useMyTasks().filter((view) => !isClaiming(view)).length
  const { won, seen } = useWon()
  const filling = useFilling()
  const [shown, setShown] = useState(PAGE)
  const invitations = hall.filter(isInvited)
  const open = hall.filter((view) => !isInvited(view))
  const free = open.filter((view) => !isClaiming(view)).length
  const first = hall.find((view) => !isClaiming(view))
  const card = (view: NeedView) => (
    <HallCard key={view.need.id} view={view} now={now} own={homeOf(me)} first={view === first} />
  )

  return (
    <View>
      <Carrying me={me} holding={holding} onTap={onTasks} />
      <View className='mt-3'>
        {won.length > 0 && (
          <Note tone='ok'>
            接到了：{won.map(titleOfNeed).join('、')}。地址和电话在任务里。
            <Link
              text='去看看'
              onTap={() => {
                seen()
                onTasks()
              }}
            />
          </Note>
        )}
      </View>
      <LostClaims others={free} now={now} />
      <View>
        {invitations.length > 0 && <Section tight title='邀请您来帮忙' note={`${invitations.length} 件`} />}
        {invitations.map(card)}
      </View>
      <View>
        {open.length > 0 && <Section tight title='可以接的' note={`${free} 件`} />}
        {open.slice(0, shown).map(card)}
        {open.length > shown && (
          <View className='mt-3'>
            <Btn
              block
              text={`再看 ${Math.min(PAGE, open.length - shown)} 件`}
              onTap={() => setShown(shown + PAGE)}
            />
          </View>
        )}
      </View>
      <View className='mt-3'>
        {hall.length === 0 && (filling === 'filled' ? <Nothing /> : <NothingYet filling={filling} />)}
      </View>
      <View className='t-foot t-center mt-4'>接单全凭自愿，不接不扣分，也没有排名</View>
    </View>
  )
}

function Nothing() {
  return (
    <Empty
      icon='hand-stop'
      title='附近暂时没有新需求'
      note='有了会第一时间告诉您'
      action={{ text: '看看需求清单', onTap: () => switchTab('/pages/lists/index') }}
    />
  )
}

/** 手上几单, and what somebody said that they can do. */
function Carrying({ me, holding, onTap }: { me: Person; holding: number; onTap: () => void }) {
  const skills = skillsText(me)
  return (
    <Card pad={false} className='carrying' onTap={onTap}>
      <PersonRow
        name={holding > 0 ? `手上有 ${holding} 单` : '手上没有任务'}
        letter={me.displayName.slice(0, 1)}
        note={skills ? `会 ${skills}` : undefined}
      />
    </Card>
  )
}
