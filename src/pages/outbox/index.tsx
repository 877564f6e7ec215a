import { View } from '@tarojs/components'
import { Card } from '@/components/Card'
import { Empty } from '@/components/Empty'
import { Nav } from '@/components/Nav'
import { Section } from '@/components/Section'
import { goBack } from '@/platform/navigation'
import { serverNow, useSession } from '@/store/session'
import { AppPage } from '../AppPage'
import { AsideCard, RefusedCard } from '../OutboxCards'
import { SentToday } from './SentToday'
import { WaitingRow } from './WaitingRow'
import './outbox.css'

/** 待发箱: what waits and since when, what was refused and why, and what can be done about it. */
export default function OutboxPage() {
  const { outbox, refused, sync } = useSession()
  const waiting = outbox.filter(({ state }) => state !== 'aside')
  const aside = outbox.filter(({ state }) => state === 'aside')
  const now = serverNow()
  const offline = sync === 'offline' || sync === 'stalled'

  return (
    <AppPage inOutbox nav={<Nav title='待发箱' onBack={goBack} />}>
      <View>
        {waiting.length > 0 && (
          <View>
            <Section
              tight
              title={offline ? '等网络' : '正在送出'}
              note={`${waiting.length} 件，${offline ? '联网后自动送出' : '马上就好'}`}
            />
            <Card pad={false}>
              {waiting.map((entry) => (
                <WaitingRow key={entry.command.id} entry={entry} now={now} />
              ))}
            </Card>
          </View>
        )}
      </View>
      <View>
        {aside.length + refused.length > 0 && (
          <View>
            <Section tight title='要您看一下' note={`${aside.length + refused.length} 件`} />
            {aside.map((entry) => (
              <AsideCard key={entry.command.id} entry={entry} />
            ))}
            {refused.map((entry) => (
              <RefusedCard key={entry.command.id} entry={entry} now={now} />
            ))}
          </View>
        )}
      </View>
      <View>
        {outbox.length + refused.length === 0 && (
          <View className='mt-2'>
            <Empty icon='check' title='都送到了' note='没有要送的内容' />
          </View>
        )}
      </View>
      <SentToday now={now} />
    </AppPage>
  )
}
