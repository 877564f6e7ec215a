import { View } from '@tarojs/components'
import { Empty } from '@/components/Empty'
import { Skeleton } from '@/components/Skeleton'
import { switchTab } from '@/platform/navigation'
import { type RefusedCommand, useSession } from '@/store/session'
import type { Trouble } from '@/sync'
import { RefusedCard } from '../OutboxCards'

const toLists = () => switchTab('/pages/lists/index')

interface AbsentProps {
  needId: string
  trouble: Trouble | undefined
  now: string
  onAgain: () => void
}

/** In the place of a need that this phone does not show: on its way, refused, or not there. */
export function Absent({ needId, trouble, now, onAgain }: AbsentProps) {
  const refused = useSession((state) => state.refused.find((each) => isPlaceOf(each, needId)))
  if (refused)
    return (
      <View className='mt-2'>
        <RefusedCard entry={refused} now={now} />
      </View>
    )
  if (!trouble)
    return (
      <View className='mt-2'>
        <Skeleton count={2} />
      </View>
    )
  const gone = trouble.code === 'notFound'
  return (
    <View className='mt-2'>
      <Empty
        icon={gone ? 'search' : 'cloud-off'}
        title={gone ? '没有找到这一单' : '这一单不在手机里'}
        note={gone ? '可能已经撤下，或者只有相关的人看得到' : trouble.text}
        action={
          gone ? { text: '看看清单', onTap: toLists } : { text: '再试一次', icon: 'refresh', onTap: onAgain }
        }
      />
    </View>
  )
}

const isPlaceOf = ({ command }: RefusedCommand, needId: string) =>
  command.name === 'need.place' && command.args.id === needId
