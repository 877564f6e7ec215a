import { View } from '@tarojs/components'
import { Btn } from '@/components/Btn'
import { Card } from '@/components/Card'
import { Note } from '@/components/Note'
import { StatusTag } from '@/components/StatusTag'
import { type RefusedCommand, useSession } from '@/store/session'
import { dismiss } from '@/sync'
import { commandTitle, refusedTag } from '@/view/outbox'
import { lineText } from '@/view/times'

const isClaim = ({ command }: RefusedCommand) =>
  command.name === 'need.move' && command.args.action === 'claim'

/** Claims that came too late, told kindly; what else is open stands below. */
export function LostClaims({ others, now }: { others: number; now: string }) {
  const refused = useSession((state) => state.refused)
  return (
    <View>
      {refused.filter(isClaim).map((entry) => (
        <View key={entry.command.id} className='mt-3'>
          <Card>
            <View className='row row--top row--between g-2'>
              <View className='t-head grow'>{commandTitle(entry.command, entry.about)}</View>
              <StatusTag {...refusedTag(entry)} />
            </View>
            <View className='mt-3'>
              <Note>
                您 {lineText(entry.command.at, now)} 点了接单。{entry.text}
              </Note>
            </View>
            <View className='row row--between g-3 mt-3'>
              <View className='t-foot grow'>{others > 0 ? `下面还有 ${others} 件可以接` : undefined}</View>
              <Btn size='s' text='知道了' onTap={() => dismiss(entry.command.id)} />
            </View>
          </Card>
        </View>
      ))}
    </View>
  )
}
