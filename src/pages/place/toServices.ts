import { switchTab } from '@/platform/navigation'
import { showList } from '../lists/listChoices'

/** 挑服务: listed services are picked where they are listed. */
export function toServices(): void {
  showList('service')
  switchTab('/pages/lists/index')
}
