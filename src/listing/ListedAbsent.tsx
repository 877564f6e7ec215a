import { showList } from '@/lists/listChoices'
import { switchTab } from '@/platform/navigation'
import { NothingYet } from '@/shell/NothingYet'
import { useFilling } from '@/shell/useFilling'
import { Empty } from '@/ui/Empty'
import type { ListName } from '@/ui/ListTabs'

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
