import { View } from '@tarojs/components'
import { mayReveal } from 'domain/access'
import type { NeedAction } from 'domain/moves'
import { holds } from 'domain/need'
import { holdsPersonalData } from 'domain/text'
import { type ReactNode, useState } from 'react'
import { Deadline } from '@/components/Deadline'
import { Nav } from '@/components/Nav'
import type { Score } from '@/components/Rating'
import { goBack } from '@/platform/navigation'
import { scrollToId } from '@/platform/scroll'
import { useMe } from '@/store/lists'
import { isMine, useNeedActions } from '@/store/needs'
import type { NeedView } from '@/store/records'
import { useIsGuest } from '@/store/session'
import { deadlineProps } from '@/view/deadline'
import { needBar } from '@/view/needBar'
import { AppPage } from '../AppPage'
import { useNow } from '../useNow'
import { AskSheet } from './AskSheet'
import { Bar, GuestBar, guestMayClaim } from './Bar'
import { ContactCard } from './Contact'
import { Ended } from './Ended'
import { Facts } from './Facts'
import { Head, TaskHead } from './Head'
import { Helpers } from './Helpers'
import { MoreSheet } from './MoreSheet'
import { Progress } from './Progress'
import { RateCard, Result } from './Result'
import { Unsent } from './Unsent'
import { useMove } from './useMove'

/** One need, for whoever looks: the requester, who holds it, staff, anybody. */
export function NeedDetail({ view }: { view: NeedView }) {
  const { need } = view
  const now = useNow()
  const me = useMe()
  const guest = useIsGuest()
  const possible = useNeedActions(need.id)
  const bar = needBar(possible)
  const move = useMove(view)
  const [more, setMore] = useState(false)
  const rate = useRating((said) => move.act('rate', said))
  const onAct = (action: NeedAction) => (action === 'rate' ? rate.submit() : move.start(action))

  const holder = me !== undefined && holds(need, me.id)
  const reach =
    me && !view.local && mayReveal(need, me)
      ? holder
        ? 'holder'
        : isMine(view)
          ? 'own'
          : 'staff'
      : undefined
  const deadline = deadlineProps(view, now)
  const rating = possible.includes('rate')

  return (
    <AppPage
      nav={<Nav title={holder ? '进行中的任务' : '点单详情'} onBack={goBack} />}
      pad={rating ? 'note' : 'bar'}
      foot={
        guestMayClaim(view, guest) ? (
          <GuestBar />
        ) : (
          <Bar view={view} bar={bar} onAct={onAct} onMore={() => setMore(true)} />
        )
      }
      over={
        <>
          {more && (
            <MoreSheet
              actions={bar.more}
              onClose={() => setMore(false)}
              onChoose={(action) => {
                setMore(false)
                onAct(action)
              }}
            />
          )}
          {move.asking && (
            <AskSheet
              key={move.asking}
              need={need}
              action={move.asking}
              problem={move.problem}
              onSend={(said) => move.asking && move.act(move.asking, said)}
              onClose={move.close}
            />
          )}
        </>
      }
    >
      {holder ? <TaskHead view={view} /> : <Head view={view} now={now} />}
      <View>
        <Unsent view={view} now={now} />
      </View>
      <Part>{reach === 'holder' && <ContactCard view={view} as={reach} />}</Part>
      <Part>
        <Result view={view} />
      </Part>
      <Part>
        {rating && (
          <RateCard
            score={rate.score}
            note={rate.note}
            error={rate.error}
            problem={rate.problem ?? move.problem}
            onScore={rate.setScore}
            onNote={rate.setNote}
          />
        )}
      </Part>
      <Part>
        <Ended view={view} />
      </Part>
      <Part>{deadline && <Deadline {...deadline} />}</Part>
      <Part>{!holder && <Helpers view={view} now={now} />}</Part>
      <Part>
        <Progress view={view} now={now} />
      </Part>
      <Part>
        <Facts view={view} />
      </Part>
      <Part>{reach && reach !== 'holder' && <ContactCard view={view} as={reach} />}</Part>
    </AppPage>
  )
}

/** A stable parent: what appears or goes inside it re-sends nothing else (setData). */
function Part({ children }: { children: ReactNode }) {
  return <View className='need-part'>{children}</View>
}

const NO_NUMBERS = '这里有身份证号或电话号码，去掉就能送'

function useRating(send: (said: { score: Score; note: string }) => boolean) {
  const [score, setScore] = useState<Score>()
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const numbers = holdsPersonalData(note)
  const submit = () => {
    setTried(true)
    if (score === undefined || numbers) return scrollToId('need-rate')
    send({ score, note })
  }
  return {
    score,
    note,
    setScore,
    setNote,
    submit,
    error: tried && score === undefined ? '请选一个，再确认评价' : undefined,
    problem: numbers ? NO_NUMBERS : undefined,
  }
}
