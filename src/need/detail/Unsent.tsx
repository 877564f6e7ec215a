import { View } from '@tarojs/components'
import { REFUSALS } from 'domain/kernel/refusal'
import type { Instant } from 'domain/kernel/time'
import { type PropsWithChildren, useState } from 'react'
import { dismiss } from '@/client'
import { commandTitle, isClaim, lostText, refusedTag } from '@/outbox/outbox'
import { replaceBy } from '@/platform/navigation'
import { useFrame } from '@/shell/frame/frame'
import { Guarded } from '@/shell/Guarded'
import { type RefusedCommand, useAppState } from '@/store/appState'
import { useMe } from '@/store/lists'
import type { NeedView } from '@/store/records'
import { Btn } from '@/ui/Btn'
import { Card } from '@/ui/Card'
import { Link } from '@/ui/Link'
import { NeedRow } from '@/ui/NeedRow'
import { Note } from '@/ui/Note'
import { StatusTag } from '@/ui/StatusTag'
import { step } from '../dispatch/dispatchStep'
import { usePool } from '../store/needs'
import { actionText } from '../view/actions'
import { needRowProps } from '../view/needCard'
import { isOvertaken, isStillPossible, overtakenText, stillText } from '../view/overtaken'

/** What this phone has sent or will send about a need, as far as it did not simply arrive. */
export function Unsent({ view, now }: { view: NeedView; now: Instant }) {
  const frame = useFrame()
  const refused = useAppState((state) => state.refused)
  const quick = useAppState((state) => state.sync === 'sending' || state.sync === 'idle')
  const here = refused.filter(
    ({ command }) => command.name === 'need.move' && command.args.needId === view.need.id,
  )
  return (
    <View>
      {here.map((entry) => (
        <Refused key={entry.command.id} entry={entry} view={view} now={now} />
      ))}
      {view.waiting.map(({ commandId, action, aside, doubt }) => (
        <View key={commandId}>
          {aside && (
            <View className='mt-3'>
              <Note tone='late'>
                {action ? `“${actionText(action)}”` : '这一单'}送了几次都没有送到。
                <Link text='去处理' onTap={() => frame.open('/pages/outbox/index')} />
              </Note>
            </View>
          )}
          {!aside && doubt && <Notice tone='warn' text={`可能送不成：${REFUSALS[doubt].text}`} />}
          {!aside && !doubt && action && !quick && (
            <Notice text={`“${actionText(action)}”已存好，联网后自动送出`} />
          )}
        </View>
      ))}
    </View>
  )
}

function Notice({ tone, text }: { tone?: 'warn'; text: string }) {
  return (
    <View className='mt-3'>
      <Note {...(tone ? { tone } : { icon: 'cloud-upload' })}>{text}</Note>
    </View>
  )
}

interface RefusedProps {
  entry: RefusedCommand
  view: NeedView
  now: Instant
}

/** Why it did not go through; after a lost race also what else is open. */
function Refused({ entry, view, now }: RefusedProps) {
  const { command, text } = entry
  const lost = isClaim(entry)
  if (isOvertaken(entry)) return <Overtaken entry={entry} view={view} now={now} />
  return (
    <RefusedCard entry={entry}>
      <View className='mt-3'>
        {lost ? <Note>{lostText(entry, view.summary.holders, now)}</Note> : <Note tone='late'>{text}</Note>}
      </View>
      <View>{lost && <Others except={view.need.id} now={now} />}</View>
      <View className='row g-3 mt-3'>
        <Btn grow size='s' text='知道了' onTap={() => dismiss(command.id)} />
      </View>
    </RefusedCard>
  )
}

/** Something came first that its screen had not shown: what, and the same step once more where it is still wanted. */
function Overtaken({ entry, view, now }: RefusedProps) {
  const { command } = entry
  const me = useMe()
  const [problem, setProblem] = useState<string>()
  if (command.name !== 'need.move') return null
  const { args } = command
  const possible = me !== undefined && isStillPossible(entry, view, me, now)
  const again = () => {
    const refused = step(args)
    if (refused) setProblem(refused)
    else dismiss(command.id)
  }
  return (
    <RefusedCard entry={entry}>
      <View className='mt-3'>
        <Note tone={problem ? 'late' : 'warn'}>{problem ?? overtakenText(entry, view, possible)}</Note>
      </View>
      <View className='row g-3 mt-3'>
        <Btn grow size='s' text={possible ? '不用了' : '知道了'} onTap={() => dismiss(command.id)} />
        {possible && <Btn grow size='s' look='ink' text={stillText(args.action, view)} onTap={again} />}
      </View>
    </RefusedCard>
  )
}

function RefusedCard({ entry, children }: PropsWithChildren<{ entry: RefusedCommand }>) {
  return (
    <View className='mt-3'>
      <Card>
        <View className='row row--top row--between g-2'>
          <View className='t-head grow'>{commandTitle(entry.command, '')}</View>
          <StatusTag {...refusedTag(entry)} />
        </View>
        {children}
      </Card>
    </View>
  )
}

const OTHERS = 3

function Others({ except, now }: { except: string; now: Instant }) {
  const others = usePool()
    .filter(({ need }) => need.id !== except)
    .slice(0, OTHERS)
  if (others.length === 0) return null
  return (
    <View className='mt-3'>
      <View className='t-sub t-m'>还有这些可以帮</View>
      <View className='need-others'>
        {others.map((other) => (
          <Guarded key={other.need.id} part='other' of={other}>
            <Other view={other} now={now} />
          </Guarded>
        ))}
      </View>
    </View>
  )
}

const Other = ({ view, now }: { view: NeedView; now: Instant }) => (
  <NeedRow
    {...needRowProps(view, now)}
    progress={undefined}
    onTap={() => replaceBy('/pages/need/index', { id: view.need.id })}
  />
)
