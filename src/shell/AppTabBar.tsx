import { staffAreas } from 'domain/kernel/actor'
import { useStaffFigures } from '@/need/queue/useStaffFigures'
import { sumOf } from '@/need/store/figures'
import { useCounts } from '@/need/store/needs'
import { switchTab } from '@/platform/navigation'
import { useAttentionCount } from '@/store/appState'
import { useMe } from '@/store/lists'
import { useElder } from '@/store/preferences'
import { type Tab, TabBar, type TabBarProps, type TabName } from '@/ui/TabBar'

/** 长辈版: three; the workbench shows one's own needs first. */
const ELDER_TABS: Tab[] = [
  { name: 'home', text: '首页', icon: 'home' },
  { name: 'work', text: '我的事', icon: 'clipboard-list' },
  { name: 'me', text: '我的', icon: 'user' },
]

/** Without badges, should counting them fail. */
export function PlainTabBar({ current, badges = {} }: Pick<TabBarProps, 'current' | 'badges'>) {
  return (
    <TabBar
      tabs={useElder() ? ELDER_TABS : undefined}
      current={current}
      badges={badges}
      onSwitch={(name) => name !== current && switchTab(`/pages/${name}/index`)}
    />
  )
}

/** 标签栏. Badges count only what waits for this person to do something. */
export function AppTabBar({ current }: { current: TabName }) {
  const { toDispatch: held, tasks, toRate } = useCounts()
  const me = useMe()
  const figures = useStaffFigures()
  const toDispatch = me && figures ? sumOf(figures, staffAreas(me)).placed : held
  const attention = useAttentionCount()
  const elder = useElder()
  const badges = elder
    ? { work: toDispatch + tasks + toRate, me: attention }
    : { work: toDispatch + tasks, me: toRate + attention }
  return <PlainTabBar current={current} badges={badges} />
}
