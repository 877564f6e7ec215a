import { View } from '@tarojs/components'
import type { Instant } from 'domain/kernel/time'
import { takeBack } from '@/client'
import { lineText } from '@/format/times'
import { toast } from '@/platform/dialog'
import { useSay } from '@/shell/useSay'
import type { QueueEntry } from '@/store/appState'
import { Btn } from '@/ui/Btn'
import { StatusTag } from '@/ui/StatusTag'
import { commandTitle } from './outbox'
import './outboxHead.css'

/** On its way, and since when; one that is held may still be taken back. */
export function WaitingRow({ entry, now }: { entry: QueueEntry; now: Instant }) {
  const { command, about, doubt, state } = entry
  const say = useSay()
  const undo = () => toast(takeBack(command.id) ? '撤回了，没有送出' : '已经送出了')
  return (
    <View className='outbox-row'>
      <View className='outbox-head'>
        <View className='outbox-head__t'>
          <View className='t-body t-m'>{commandTitle(command, about)}</View>
          <View className='t-foot'>
            {say(`${lineText(command.at, now)} 写好`)}
            {state === 'held' && ' · 过几秒自动送出'}
          </View>
        </View>
        {state === 'held' ? <Btn size='s' text='撤回' onTap={undo} /> : <StatusTag tone='queued' />}
      </View>
      {doubt && <View className='t-foot t-warn mt-1'>这一单后来有了变化，送到后告诉您结果</View>}
    </View>
  )
}
