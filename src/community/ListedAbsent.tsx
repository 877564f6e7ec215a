import { Empty } from '@/components/Empty'
import type { ListName } from '@/components/ListTabs'
import { showList } from '@/pages/lists/listChoices'
import { NothingYet } from '@/pages/NothingYet'
import { useFilling } from '@/pages/useFilling'
import { switchTab } from '@/platform/navigation'

/** In the place of something listed that this phone does not hold. */
export function ListedAbsent({ list, text }: { list: ListName; text: string }) {
  const filling = useFilling()
  if (filling !== 'filled') return <NothingYet filling={filling} />
  return (
    <Empty
      icon='search'
      title='没有找到这一项'
      note='可能已经下架，或者在别的社区'
      action={{
        text,
        onTap: () => {
          showList(list)
          switchTab('/pages/lists/index')
        },
      }}
    />
  )
}
