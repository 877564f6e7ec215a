import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { takeBack } from '@/client'
import { ELDER_UNDO_MS } from '@/shell/undo'
import { useAppState } from '@/store/appState'
import { beginPlaceDraft } from '@/store/drafts'
import { Btn } from '@/ui/Btn'
import { Empty } from '@/ui/Empty'
import { draftOf } from '../mendPlace'
import { Placed } from '../Placed'
import type { PlacedOrder } from '../usePlaceForm'

/** After 送出去: for ten seconds it can be taken back, then it is as on the other form. */
export function ElderPlaced({ needId, commandId }: PlacedOrder) {
  const held = useAppState(({ outbox }) =>
    outbox.find(({ command, state }) => command.id === commandId && state === 'held'),
  )
  const left = useSecondsLeft(ELDER_UNDO_MS / 1000)
  const command = held?.command
  if (command?.name !== 'need.place') return <Placed needId={needId} />
  const undo = () => {
    if (!takeBack(commandId)) return
    beginPlaceDraft({ ...draftOf(command), step: 'confirm' })
  }
  return (
    <View>
      <Empty icon='check' done title='已收下' note={`${left} 秒以后送出去。点错了，现在还能收回`} />
      <View className='mt-3'>
        <Btn block size='l' look='line' text='点错了，收回来' onTap={undo} />
      </View>
    </View>
  )
}

/** Counts down while it is looked at. */
function useSecondsLeft(from: number): number {
  const [left, setLeft] = useState(from)
  useEffect(() => {
    const timer = setInterval(() => setLeft((before) => Math.max(0, before - 1)), 1000)
    return () => clearInterval(timer)
  }, [])
  return left
}
