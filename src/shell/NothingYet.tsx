import { refresh } from '@/client'
import { useFrame } from '@/shell/frame/frame'
import { useAppState, useIsGuest } from '@/store/appState'
import { Empty } from '@/ui/Empty'
import { Skeleton } from '@/ui/Skeleton'
import { useFilling } from './useFilling'

/** In the place of rows that were never fetched: they come, or cannot. */
export function NothingYet({ filling }: { filling: 'coming' | 'unreachable' }) {
  if (filling === 'coming') return <Skeleton />
  return (
    <Empty
      icon='wifi-off'
      title='没连上'
      note='这个社区的清单还没有存到手机里，联网后就能看'
      action={{ text: '再试一次', icon: 'refresh', onTap: () => void refresh() }}
    />
  )
}

/** A guest has not said where they live; where somebody else does is not known until their rows have come. */
export function NoCommunity() {
  const frame = useFrame()
  const ready = useAppState((state) => state.ready)
  const guest = useIsGuest()
  const filling = useFilling()
  if (!ready || !guest) return <NothingYet filling={filling === 'filled' ? 'coming' : filling} />
  return (
    <Empty
      icon='map-pin'
      title='您住在哪个社区'
      note='没开定位也能用，手动选社区就行'
      action={{ text: '选社区', onTap: () => frame.open('/community/areas/index') }}
    />
  )
}
