import { switchTab } from '@/platform/navigation'
import type { ListName } from '@/ui/ListTabs'
import { choose, showList } from './listChoices'

/** To one of the three lists; a tab page can be told nothing by its address. */
export function openList(list: ListName): void {
  showList(list)
  switchTab('/pages/lists/index')
}

/** 看看全镇的: the way out where one's own community has nothing. */
export function openTownNeeds(): void {
  openList('need')
  choose({ scope: 'town', grid: undefined })
}
