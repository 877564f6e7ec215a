import { View } from '@tarojs/components'
import { Card } from '@/components/Card'
import { Icon } from '@/components/Icon'
import { Note } from '@/components/Note'
import { Section } from '@/components/Section'
import { Sheet } from '@/components/Sheet'
import { StatusTag } from '@/components/StatusTag'
import { SyncBanner } from '@/components/SyncBanner'
import { serverNow, useSession } from '@/store/session'
import { refresh } from '@/sync'
import { commandTitle } from '@/view/outbox'
import { lineText } from '@/view/times'
import { AsideCard, RefusedCard } from './OutboxCards'
import './outbox.css'
import { closeSheet } from './sheets'

/** 待发箱: what waits and since when, what was refused and why, and what can be done about it. */
export function OutboxSheet() {
  const { outbox, refused, sync, lastSyncAt, sentToday } = useSession()
  const waiting = outbox.filter(({ state }) => state !== 'aside')
  const aside = outbox.filter(({ state }) => state === 'aside')
  const now = serverNow()
  const offline = sync === 'offline' || sync === 'stalled'

  return (
    <Sheet title='待发箱' onClose={closeSheet}>
      {offline && <SyncBanner round state='offline' text={STUCK[sync]} onTap={() => void refresh()} />}
      {waiting.length > 0 && (
        <View>
          <Section
            tight
            title={offline ? '等网络' : '正在送出'}
            note={`${waiting.length} 件，联网后自动送出`}
          />
          <Card look='flat' pad={false}>
            {waiting.map(({ command, about, doubt }) => (
              <View key={command.id} className='outbox-row'>
                <View className='row row--top row--between g-2'>
                  <View className='grow'>
                    <View className='t-body t-m'>{commandTitle(command, about)}</View>
                    <View className='t-foot'>{lineText(command.at, now)} 写好</View>
                  </View>
                  <StatusTag tone='queued' />
                </View>
                {doubt && <View className='t-foot t-warn mt-1'>这一单后来有了变化，送到后告诉您结果</View>}
              </View>
            ))}
          </Card>
        </View>
      )}
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
      {outbox.length + refused.length === 0 && (
        <View className='mt-2'>
          <Note tone='ok'>没有要送的内容，都送到了</Note>
        </View>
      )}
      <View className='row g-2 mt-4'>
        <View className={lastSyncAt ? 't-ok' : 't-3'}>
          <Icon name={lastSyncAt ? 's-done' : 'clock'} size={18} />
        </View>
        <View className='t-sub'>
          {lastSyncAt
            ? `今天已送出 ${sentToday} 件，最近一次联网 ${lineText(lastSyncAt, now)}`
            : '还没有连上过'}
        </View>
      </View>
    </Sheet>
  )
}

const STUCK = { offline: '没有网络，内容都存在手机里', stalled: '有网络，但没连上，内容都存在手机里' }
