import { View } from '@tarojs/components'
import { mayReveal } from 'domain/need/audience'
import type { NeedAction } from 'domain/need/moves'
import { holds } from 'domain/need/need'
import { asksOf } from 'domain/need/workflow'
import type { Person } from 'domain/person/person'
import { type ReactNode, useState } from 'react'
import { Framed } from '@/shell/frame/Framed'
import { Guarded } from '@/shell/Guarded'
import { useSay } from '@/shell/useSay'
import { useIsGuest } from '@/store/appState'
import { useNow } from '@/store/clock'
import { useMe } from '@/store/lists'
import { useElder } from '@/store/preferences'
import type { NeedView } from '@/store/records'
import { Deadline } from '@/ui/Deadline'
import { Note } from '@/ui/Note'
import { isFormer, isMine, useNeedActions } from '../store/needs'
import { deadlineProps } from '../view/deadline'
import { formerText } from '../view/former'
import { AskSheet } from './AskSheet'
import { Bar, GuestBar, guestMayClaim } from './Bar'
import { ContactCard, type Reach } from './Contact'
import { Ended } from './Ended'
import { Facts, Said } from './Facts'
import { Head, TaskHead } from './Head'
import { Helpers } from './Helpers'
import { MoreSheet } from './MoreSheet'
import { Moved } from './Moved'
import { Progress } from './Progress'
import { RateCard } from './RateCard'
import { Result } from './Result'
import { ShareNeed } from './ShareNeed'
import { TaskSteps } from './TaskSteps'
import { Unsent } from './Unsent'
import { useMove } from './useMove'
import { useRating } from './useRating'

/** 满意: all that 长辈版 asks is this, or 不满意，再办. */
const CONTENT = 3

/** One need, for whoever looks: the requester, who holds it, staff, anybody. */
export function NeedDetail({ view }: { view: NeedView }) {
  const { need } = view
  const now = useNow()
  const me = useMe()
  const guest = useIsGuest()
  const elder = useElder()
  const say = useSay()
  const possible = useNeedActions(need.id)
  const move = useMove(view)
  const [more, setMore] = useState<NeedAction[]>()
  const rate = useRating((said) => move.act('rate', said))
  const giveBack = () => (asksOf(need, 'withdraw') ? move.start('withdraw') : move.act('withdraw'))
  const onAct = (action: NeedAction) => {
    if (action !== 'rate') return move.start(action)
    if (elder) return move.act('rate', { score: CONTENT })
    return rate.submit()
  }

  const task = me !== undefined && view.whole && holds(need, me.id)
  const reach = reachOf(view, me)
  const rating = possible.includes('rate')
  const former = isFormer(view, now) && view.mine ? formerText(view.mine) : undefined
  const deadline = task ? undefined : deadlineProps(view, now, isMine(view))

  return (
    <Framed
      title={task ? '进行中的任务' : '点单详情'}
      pad={rating ? 'note' : 'bar'}
      foot={
        guestMayClaim(view, guest) ? (
          <GuestBar />
        ) : (
          <Bar view={view} elder={elder} possible={possible} onAct={onAct} onMore={setMore} />
        )
      }
      over={
        <>
          {more && (
            <MoreSheet
              actions={more}
              onClose={() => setMore(undefined)}
              onChoose={(action) => {
                setMore(undefined)
                onAct(action)
              }}
            />
          )}
          {move.asking && (
            <AskSheet
              key={move.asking}
              need={need}
              action={move.asking}
              words={move.asking === 'reopen' ? rate.note : undefined}
              problem={move.problem}
              onSend={(said) => move.asking && move.act(move.asking, said)}
              onClose={move.close}
            />
          )}
        </>
      }
    >
      <Guarded part='head' of={view}>
        {task ? <TaskHead view={view} now={now} /> : <Head view={view} now={now} />}
      </Guarded>
      <View>
        <Guarded part='unsent' of={view}>
          <Unsent view={view} now={now} />
        </Guarded>
      </View>
      <Part>
        <Moved view={view} onGiveBack={possible.includes('withdraw') ? giveBack : undefined} />
      </Part>
      <Part>{former && <Note tone='warn'>{former}</Note>}</Part>
      <Part>{reach === 'holder' && <ContactCard view={view} as={reach} />}</Part>
      <Part>{task && <TaskSteps view={view} now={now} onFinish={() => onAct('finish')} />}</Part>
      <Part>{task && <Said view={view} />}</Part>
      <Part>
        <Result view={view} />
      </Part>
      <Part>
        {rating &&
          (elder ? <Problem text={move.problem} /> : <RateCard rate={rate} problem={move.problem} />)}
      </Part>
      <Part>
        <Ended view={view} />
      </Part>
      <Part>
        {deadline && (
          <Deadline {...deadline} promise={say(deadline.promise)} started={say(deadline.started)} />
        )}
      </Part>
      <Part>{(!task || need.headcount > 1) && <Helpers view={view} now={now} />}</Part>
      <Part>
        <Progress view={view} now={now} folded={task || rating} />
      </Part>
      <Part>{!task && <Facts view={view} own={reach === 'own'} />}</Part>
      <Part>{reach === 'staff' && <ContactCard view={view} as={reach} />}</Part>
      <Part>{!task && <ShareNeed view={view} />}</Part>
    </Framed>
  )
}

/** As whom somebody may read address and phone, if at all. */
function reachOf(view: NeedView, me: Person | undefined): Reach | undefined {
  if (!me || view.local || !mayReveal(view.need, me)) return undefined
  if (holds(view.need, me.id)) return 'holder'
  return isMine(view) ? 'own' : 'staff'
}

/** Where no card and no sheet asks that could say it. */
const Problem = ({ text }: { text: string | undefined }) => (text ? <Note tone='late'>{text}</Note> : null)

/** A stable parent: what appears or goes inside it re-sends nothing else (setData). */
function Part({ children }: { children: ReactNode }) {
  return (
    <View className='need-part'>
      <Guarded part='part' of={children}>
        {children}
      </Guarded>
    </View>
  )
}
