import type { ListName } from '@/components/ListTabs'
import { switchTab } from '@/platform/navigation'
import { showList } from './listChoices'

/** To one of the three lists; a tab page can be told nothing by its address. */
export function openList(list: ListName): void {
  showList(list)
  switchTab('/pages/lists/index')
}
