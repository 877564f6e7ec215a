import { View } from '@tarojs/components'
import type { Instant } from 'domain/time'
import { StatusTag } from '@/components/StatusTag'
import type { QueueEntry } from '@/store/session'
import { commandTitle } from '@/view/outbox'
import { lineText } from '@/view/times'

/** On its way, and since when. */
export function WaitingRow({ entry, now }: { entry: QueueEntry; now: Instant }) {
  const { command, about, doubt } = entry
  return (
    <View className='outbox-row'>
      <View className='row row--top row--between g-3'>
        <View className='grow'>
          <View className='t-body t-m'>{commandTitle(command, about)}</View>
          <View className='t-foot'>{lineText(command.at, now)} 写好</View>
        </View>
        <StatusTag tone='queued' />
      </View>
      {doubt && <View className='t-foot t-warn mt-1'>这一单后来有了变化，送到后告诉您结果</View>}
    </View>
  )
}
