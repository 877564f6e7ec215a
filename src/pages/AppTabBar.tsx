import { TabBar, type TabName } from '@/components/TabBar'
import { switchTab } from '@/platform/navigation'
import { useCounts } from '@/store/needs'
import { useAttentionCount } from '@/store/session'

/** 标签栏. Badges count only what waits for this person to do something. */
export function AppTabBar({ current }: { current: TabName }) {
  const { toDispatch, tasks, toRate } = useCounts()
  const attention = useAttentionCount()
  return (
    <TabBar
      current={current}
      badges={{ work: toDispatch + tasks, me: toRate + attention }}
      onSwitch={(name) => name !== current && switchTab(`/pages/${name}/index`)}
    />
  )
}
