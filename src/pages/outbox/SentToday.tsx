import { View } from '@tarojs/components'
import type { Instant } from 'domain/time'
import { Card } from '@/components/Card'
import { Icon } from '@/components/Icon'
import { useSession } from '@/store/session'
import { lineText } from '@/view/times'

/** What has arrived, for those who want to be sure. */
export function SentToday({ now }: { now: Instant }) {
  const { lastSyncAt, sentToday } = useSession()
  return (
    <View className='outbox-sent'>
      <Card>
        <View className='row g-2'>
          <View className={lastSyncAt ? 't-ok' : 't-3'}>
            <Icon name={lastSyncAt ? 's-done' : 'clock'} size={18} />
          </View>
          <View className='t-sub grow'>
            {lastSyncAt
              ? `今天已送出 ${sentToday} 件，最近一次联网 ${lineText(lastSyncAt, now)}`
              : '还没有连上过'}
          </View>
        </View>
      </Card>
    </View>
  )
}
