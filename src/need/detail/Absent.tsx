import { View } from '@tarojs/components'
import type { Trouble } from '@/client'
import { RefusedCard } from '@/outbox/OutboxCards'
import { switchTab } from '@/platform/navigation'
import { requireLogIn } from '@/shell/logIn/requireLogIn'
import { type RefusedCommand, useAppState, useIsGuest } from '@/store/appState'
import { Empty } from '@/ui/Empty'
import { Skeleton } from '@/ui/Skeleton'

const toLists = () => switchTab('/pages/lists/index')

interface AbsentProps {
  needId: string
  trouble: Trouble | undefined
  now: string
  onAgain: () => void
}

/** In the place of a need that this phone does not show: on its way, refused, or not there. */
export function Absent({ needId, trouble, now, onAgain }: AbsentProps) {
  const refused = useAppState((state) => state.refused.find((each) => isPlaceOf(each, needId)))
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
  return (
    <View className='mt-2'>
      {trouble.code === 'notFound' ? (
        <Gone />
      ) : (
        <Empty
          icon='cloud-off'
          title='这一单不在手机里'
          note={trouble.text}
          action={{ text: '再试一次', icon: 'refresh', onTap: onAgain }}
        />
      )}
    </View>
  )
}

/** Withdrawn since, or not for these eyes: nobody learns which. */
function Gone() {
  if (useIsGuest())
    return (
      <Empty
        icon='lock'
        title='没有找到这一单'
        note='可能已经撤下，或者登录后才看得到'
        action={{ text: '登录后再看', onTap: () => void requireLogIn() }}
      />
    )
  return (
    <Empty
      icon='search'
      title='没有找到这一单'
      note='可能已经撤下，或者只有相关的人看得到'
      action={{ text: '看看清单', onTap: toLists }}
    />
  )
}

const isPlaceOf = ({ command }: RefusedCommand, needId: string) =>
  command.name === 'need.place' && command.args.id === needId
