import { View } from '@tarojs/components'
import { dismiss } from '@/client'
import { Why } from '@/outbox/OutboxCards'
import { commandTitle, isClaim, refusedTag } from '@/outbox/outbox'
import { useAppState } from '@/store/appState'
import { Btn } from '@/ui/Btn'
import { Card } from '@/ui/Card'
import { StatusTag } from '@/ui/StatusTag'

interface LostClaimsProps {
  /** How many others are open. */
  others: number
  now: string
  /** 看附近类似的 */
  onOthers: () => void
}

/** Claims that came too late, told kindly, and the way to what else is open. */
export function LostClaims({ others, now, onOthers }: LostClaimsProps) {
  const refused = useAppState((state) => state.refused)
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
              <Why entry={entry} now={now} />
            </View>
            <View className='row g-3 mt-3'>
              <Btn grow size='s' text='知道了' onTap={() => dismiss(entry.command.id)} />
              {others > 0 && (
                <Btn
                  grow
                  size='s'
                  look='ink'
                  text='看附近类似的'
                  onTap={() => {
                    dismiss(entry.command.id)
                    onOthers()
                  }}
                />
              )}
            </View>
          </Card>
        </View>
      ))}
    </View>
  )
}
