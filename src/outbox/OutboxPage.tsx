import { View } from '@tarojs/components'
import { Framed } from '@/shell/frame/Framed'
import { Guarded } from '@/shell/Guarded'
import { guardedPage } from '@/shell/guardedPage'
import { useAppState } from '@/store/appState'
import { useNow } from '@/store/clock'
import { Card } from '@/ui/Card'
import { Empty } from '@/ui/Empty'
import { Note } from '@/ui/Note'
import { Section } from '@/ui/Section'
import { Hindered } from './Hindered'
import { AsideCard, RefusedCard } from './OutboxCards'
import { unkeptText, waitingWords } from './outbox'
import { SentToday } from './SentToday'
import { WaitingRow } from './WaitingRow'
import './outbox.css'

/** 待发箱: what waits and since when, what was refused and why, and what can be done about it. */
function OutboxPage() {
  const { outbox, refused, sync, unkept } = useAppState()
  const waiting = outbox.filter(({ state }) => state !== 'aside')
  const aside = outbox.filter(({ state }) => state === 'aside')
  const now = useNow()

  return (
    <Framed inOutbox title='待发箱'>
      <View className='mt-3'>
        <Hindered sync={sync} />
      </View>
      <View>
        {waiting.length > 0 && (
          <View>
            <Section tight {...waitingWords(sync, waiting.length)} />
            <Card pad={false}>
              {waiting.map((entry) => (
                <Guarded key={entry.command.id} part='waiting' of={entry}>
                  <WaitingRow entry={entry} now={now} />
                </Guarded>
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
              <Guarded key={entry.command.id} part='aside' of={entry}>
                <AsideCard entry={entry} />
              </Guarded>
            ))}
            {refused.map((entry) => (
              <Guarded key={entry.command.id} part='refused' of={entry}>
                <RefusedCard entry={entry} now={now} />
              </Guarded>
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
      <View>
        {unkept.length > 0 && (
          <View className='mt-2'>
            <Note tone='warn'>{unkeptText(unkept)}</Note>
          </View>
        )}
      </View>
      <SentToday now={now} />
    </Framed>
  )
}

export default guardedPage('outbox', OutboxPage, { title: '待发箱' })
