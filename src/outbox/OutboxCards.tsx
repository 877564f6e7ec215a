import { Text, View } from '@tarojs/components'
import { dismiss, retry } from '@/client'
import { openList } from '@/lists/openList'
import { mendPlace } from '@/need/place/mendPlace'
import { useNeed } from '@/need/store/needs'
import { isOvertaken, isStillPossible, overtakenText } from '@/need/view/overtaken'
import { useFrame } from '@/shell/frame/frame'
import { closeSheet } from '@/shell/sheets'
import { useSay } from '@/shell/useSay'
import type { QueueEntry, RefusedCommand } from '@/store/appState'
import { useMe } from '@/store/lists'
import { Btn } from '@/ui/Btn'
import { Card } from '@/ui/Card'
import { Note } from '@/ui/Note'
import { StatusTag } from '@/ui/StatusTag'
import { commandTitle, isClaim, lostText, type RefusedNext, refusedNext, refusedTag } from './outbox'
import './outboxHead.css'

/** Given up on for now: the server could not take it several times. */
export function AsideCard({ entry: { command, about, text } }: { entry: QueueEntry }) {
  return (
    <Card>
      <View className='outbox-head'>
        <View className='t-head outbox-head__t'>{commandTitle(command, about)}</View>
        <StatusTag tone='failed' />
      </View>
      <View className='mt-3'>
        <Note tone='late'>{text ?? '送了几次都没有送到。内容还在手机里，可以再送一次'}</Note>
      </View>
      <View className='row g-3 mt-3'>
        <Btn grow size='s' text='不送了' onTap={() => dismiss(command.id)} />
        <Btn grow size='s' look='ink' text='再送一次' onTap={() => retry(command.id)} />
      </View>
    </Card>
  )
}

/** Refused for good: why, and what to do now. */
export function RefusedCard({ entry, now }: { entry: RefusedCommand; now: string }) {
  const frame = useFrame()
  const { command, about } = entry
  const next = refusedNext(entry)
  const tag = refusedTag(entry)
  const follow = (to: RefusedNext) => {
    if (to.does === 'mend') return mendPlace(entry)
    if (to.does === 'edit') return frame.open('/desk/publish/index', { list: to.list, id: to.id })
    if (!isOvertaken(entry)) dismiss(command.id) // its page asks what now
    closeSheet()
    if (to.does === 'see') frame.open('/pages/need/index', { id: to.needId })
    else openList('need')
  }
  return (
    <Card>
      <View className='outbox-head'>
        <View className='t-head outbox-head__t'>{commandTitle(command, about)}</View>
        <StatusTag {...tag} />
      </View>
      <View className='mt-3'>
        <Why entry={entry} now={now} />
      </View>
      <View className='row g-3 mt-3'>
        <Btn
          grow
          size='s'
          text={next?.does === 'mend' || next?.does === 'edit' ? '不送了' : '知道了'}
          onTap={() => dismiss(command.id)}
        />
        {next && <Btn grow size='s' look='ink' text={next.text} onTap={() => follow(next)} />}
      </View>
    </Card>
  )
}

/** For a lost race who was faster, as far as this phone knows. */
export function Why({ entry, now }: { entry: RefusedCommand; now: string }) {
  const { command, text } = entry
  const say = useSay()
  const view = useNeed(command.name === 'need.move' ? command.args.needId : '')
  const me = useMe()
  if (isClaim(entry)) return <Note>{say(lostText(entry, view?.summary.holders ?? [], now))}</Note>
  if (view && me && isOvertaken(entry))
    return <Note tone='warn'>{say(overtakenText(entry, view, isStillPossible(entry, view, me, now)))}</Note>
  return (
    <Note tone='late'>
      <Text className='t-b'>原因：</Text>
      {text}
    </Note>
  )
}
