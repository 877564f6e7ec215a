import { homeOf } from 'domain/kernel/actor'
import { useCommunity } from '@/store/appState'
import { useArea, useMe } from '@/store/lists'

/** The number of one's own community's office; for a guest that of the community they look at. */
export function useOfficePhone(): string | undefined {
  const me = useMe()
  const community = useCommunity()
  return useArea(me ? homeOf(me) : community)?.phone
}
