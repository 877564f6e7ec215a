import { showList } from '@/lists/listChoices'
import { switchTab } from '@/platform/navigation'

/** 挑服务: listed services are picked where they are listed. */
export function toServices(): void {
  showList('service')
  switchTab('/pages/lists/index')
}
