import { View } from '@tarojs/components'
import type { Instant } from 'domain/kernel/time'
import { useState } from 'react'
import { lineText } from '@/format/times'
import { useSay } from '@/shell/useSay'
import { useAppState } from '@/store/appState'
import { Card } from '@/ui/Card'
import { Icon } from '@/ui/Icon'
import { press } from '@/ui/press'
import { sentTitle, sentTodayText } from './outbox'

/** What has arrived, for those who want to be sure; the newest of it by name, on a tap. */
export function SentToday({ now }: { now: Instant }) {
  const { lastSyncAt, sentToday, sentLately } = useAppState()
  const [open, setOpen] = useState(false)
  const opens = sentLately.length > 0
  const say = useSay()
  return (
    <View className='outbox-sent'>
      <Card>
        <View
          className='row g-2'
          aria-expanded={opens ? open : undefined}
          {...press(opens ? () => setOpen(!open) : undefined)}
        >
          <View className={lastSyncAt ? 't-ok' : 't-3'}>
            <Icon name={lastSyncAt ? 's-done' : 'clock'} size={18} />
          </View>
          <View className='t-sub grow'>{say(sentTodayText(sentToday, lastSyncAt, now))}</View>
          {opens && (
            <View className='t-3'>
              <Icon name={open ? 'chevron-up' : 'chevron-down'} size={18} />
            </View>
          )}
        </View>
        <View>
          {open &&
            sentLately.map((line) => (
              <View key={line.commandId} className='outbox-sent__line'>
                <View className='t-body'>{sentTitle(line)}</View>
                <View className='t-foot'>{say(`${lineText(line.at, now)} 写好，已送到`)}</View>
              </View>
            ))}
        </View>
      </Card>
    </View>
  )
}
