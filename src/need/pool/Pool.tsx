import { View } from '@tarojs/components'
import { homeOf } from 'domain/kernel/actor'
import { isRecommended } from 'domain/need/matching'
import type { Person } from 'domain/person/person'
import { useState } from 'react'
import { openTownNeeds } from '@/lists/openList'
import { toast } from '@/platform/dialog'
import { useScroll } from '@/shell/frame/frame'
import { Guarded } from '@/shell/Guarded'
import { NothingYet } from '@/shell/NothingYet'
import { useFilling } from '@/shell/useFilling'
import type { NeedView } from '@/store/records'
import { Btn } from '@/ui/Btn'
import { Empty } from '@/ui/Empty'
import { Link } from '@/ui/Link'
import { Note } from '@/ui/Note'
import { Section } from '@/ui/Section'
import { isClaiming } from '../store/needs'
import { type PoolRow, useMatchedPool } from '../store/pool'
import { DeclineSheet } from '../tasks/DeclineSheet'
import { titleOfNeed } from '../view/needCard'
import { FreeCard } from './FreeCard'
import { LostClaims } from './LostClaims'
import { PoolCard, type PoolCardProps } from './PoolCard'
import { hideUnfit, showUnfit, usePoolChoices } from './poolChoices'
import { useWon } from './useWon'

const PAGE = 12
const MOST_RECOMMENDED = 5

const claimable = ({ view }: PoolRow) => !isClaiming(view)

/** 接单大厅: invitations first, then what suits me with the reasons, then what else the pools were offered. */
export function Pool({ me, now, onTasks }: { me: Person; now: string; onTasks: () => void }) {
  const { carrying, invited, open } = useMatchedPool(me, now)
  const { recommend, unfit } = usePoolChoices(me)
  const filling = useFilling()
  const [declining, setDeclining] = useState<NeedView>()
  const fitting = open.filter(({ view }) => !unfit.includes(view.need.id))
  const hidden = open.length - fitting.length
  const suits = recommend ? fitting.filter(({ match }) => match && isRecommended(match)) : []
  const recommended = suits.slice(0, MOST_RECOMMENDED)
  const others = fitting.filter((row) => !recommended.includes(row))
  const first = [...invited, ...recommended, ...others].find(claimable)
  const shared = (row: PoolRow) => ({ row, now, own: homeOf(me), first: row === first })
  const scroll = useScroll()
  const refuse = (needId: string) => {
    hideUnfit(me, needId)
    toast('好的，不再给您看这一单')
  }

  return (
    <View>
      <FreeCard me={me} now={now} carrying={carrying} recommend={recommend} onTasks={onTasks} />
      <Won onTasks={onTasks} />
      <LostClaims
        others={fitting.filter(claimable).length}
        now={now}
        onOthers={() => scroll.toId('pool-open')}
      />
      <View>
        {invited.length > 0 && <Section tight title='邀请您来帮忙' note={`${invited.length} 件`} />}
        {invited.map((row) => (
          <GuardedHall key={row.view.need.id} {...shared(row)} onDecline={() => setDeclining(row.view)} />
        ))}
      </View>
      <View id='pool-open'>
        {recommended.length > 0 && <Section tight title='为您推荐' note={`${recommended.length} 件`} />}
        {recommended.map((row) => (
          <GuardedHall key={row.view.need.id} {...shared(row)} onUnfit={() => refuse(row.view.need.id)} />
        ))}
      </View>
      <View>
        {others.length > 0 && (
          <Section
            tight={recommended.length === 0}
            title={recommended.length > 0 ? '其他待接' : '可以接的'}
            note={`${others.filter(claimable).length} 件`}
          />
        )}
        <Rows rows={others}>{(row) => <GuardedHall key={row.view.need.id} {...shared(row)} />}</Rows>
      </View>
      <View className='mt-3'>
        {invited.length + fitting.length === 0 &&
          (filling === 'filled' ? <Nothing /> : <NothingYet filling={filling} />)}
      </View>
      <View>
        {hidden > 0 && (
          <View className='t-foot t-center mt-4'>
            {hidden} 件您说不合适，没有列出来。
            <Link text='都放回来' onTap={() => showUnfit(me)} />
          </View>
        )}
      </View>
      <View className='t-foot t-center mt-5'>接单全凭自愿，不接不扣分，也没有排名</View>
      <View>{declining && <DeclineSheet view={declining} onClose={() => setDeclining(undefined)} />}</View>
    </View>
  )
}

const GuardedHall = (card: PoolCardProps) => (
  <Guarded part='pool' of={card.row.view}>
    <PoolCard {...card} />
  </Guarded>
)

/** A page at a time: a list page stays below 800 nodes. */
function Rows({ rows, children }: { rows: PoolRow[]; children: (row: PoolRow) => JSX.Element }) {
  const [shown, setShown] = useState(PAGE)
  const more = Math.min(PAGE, rows.length - shown)
  return (
    <View>
      {rows.slice(0, shown).map(children)}
      {more > 0 && (
        <View className='mt-3'>
          <Btn block text={`再看 ${more} 件`} onTap={() => setShown(shown + PAGE)} />
        </View>
      )}
    </View>
  )
}

function Won({ onTasks }: { onTasks: () => void }) {
  const { won, seen } = useWon()
  const go = () => {
    seen()
    onTasks()
  }
  return (
    <View>
      {won.length > 0 && (
        <View className='mt-3'>
          <Note tone='ok'>
            接到了：{won.map(titleOfNeed).join('、')}。地址和电话在任务里。
            <Link text='去看看' onTap={go} />
          </Note>
        </View>
      )}
    </View>
  )
}

function Nothing() {
  return (
    <Empty
      icon='hand-stop'
      title='附近暂时没有新需求'
      note='有了会第一时间告诉您'
      action={{ text: '看看全镇的', onTap: openTownNeeds }}
    />
  )
}
