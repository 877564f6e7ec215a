import { BRAND } from '@/brand'
import { Empty } from '@/components/Empty'
import type { ListName } from '@/components/ListTabs'
import { switchTab } from '@/platform/navigation'
import { useCommunity } from '@/store/session'
import { townOf } from './filters'
import { choose, useLists } from './listChoices'

const NOTHING: Record<ListName, { title: string; note: string }> = {
  need: { title: '附近暂时没有新需求', note: '有了会第一时间告诉您' },
  resource: { title: '这里暂时没有可用的资源', note: '社区上架后，这里马上能看到' },
  service: { title: '这里暂时没有可点的服务', note: '社区上架后，这里马上能看到' },
}

/** Empty: one sentence, and the way on that fits what was looked for. */
export function NothingFound({ list, far }: { list: ListName; far: boolean }) {
  const q = useLists((state) => state.q.trim())
  const { status, kind, categoryCode } = useLists((state) => state.choices[list])
  const community = useCommunity()
  if (q) {
    return (
      <Empty
        icon='search'
        title={`没找到“${q}”`}
        note='换个说法，或直接点一单'
        action={{ text: '我要点单', onTap: () => switchTab('/pages/place/index') }}
      />
    )
  }
  if (kind || categoryCode || (far && status)) {
    return (
      <Empty
        icon='mood-empty'
        title='这样筛选没有内容'
        note='放宽一点条件看看'
        action={{
          text: '看全部',
          onTap: () => choose({ status: undefined, kind: undefined, categoryCode: undefined }),
        }}
      />
    )
  }
  const wider = community && (far ? BRAND.districtCode : townOf(community))
  return (
    <Empty
      icon='mood-empty'
      {...NOTHING[list]}
      action={wider && !far ? { text: '看看全镇的', onTap: () => choose({ area: wider }) } : undefined}
    />
  )
}
