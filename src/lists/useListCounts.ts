import type { AreaCode } from 'domain/kernel/area'
import { OFFERED } from 'domain/need/status'
import { useNeeds } from '@/need/store/needs'
import { useResources, useServices } from '@/store/lists'
import type { ListName } from '@/ui/ListTabs'

/** How many needs of a community wait for helpers, and what it offers. */
export function useListCounts(community: AreaCode | undefined): Record<ListName, number> {
  const area = community ?? 'none'
  return {
    need: useNeeds({ area, listed: true, statuses: OFFERED }).length,
    resource: useResources({ area }).length,
    service: useServices({ area }).length,
  }
}
