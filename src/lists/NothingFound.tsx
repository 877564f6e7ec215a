import { Empty } from '@/ui/Empty'
import type { IconName } from '@/ui/icons'
import type { ListName } from '@/ui/ListTabs'
import { type Choices, choose, useLists } from './listChoices'

const NOTHING: Record<ListName, { icon: IconName; title: string; note: string }> = {
  need: { icon: 'heart-handshake', title: '附近暂时没有新需求', note: '有了会第一时间告诉您' },
  resource: { icon: 'box', title: '这里暂时没有可用的资源', note: '社区上架后，这里马上能看到' },
  service: { icon: 'clipboard-list', title: '这里暂时没有可点的服务', note: '社区上架后，这里马上能看到' },
}

const ALL: Choices = { status: undefined, kind: undefined, categoryCode: undefined, when: undefined }

/** Empty: one sentence, and the way on that fits what was looked for. */
export function NothingFound({ list, far }: { list: ListName; far: boolean }) {
  const { status, kind, categoryCode, when } = useLists((state) => state.choices[list])
  if (kind || categoryCode || when || (far && status)) {
    return (
      <Empty
        icon='search'
        title='这样筛选没有内容'
        note='放宽一点条件看看'
        action={{ text: '看全部', onTap: () => choose(ALL) }}
      />
    )
  }
  const wider = { text: '看看全镇的', onTap: () => choose({ scope: 'town', grid: undefined }) }
  return <Empty {...NOTHING[list]} action={far ? undefined : wider} />
}
