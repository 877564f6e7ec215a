import { type AreaCode, contains } from 'domain/kernel/area'
import { switchTab } from '@/platform/navigation'
import { beginPlaceDraft, type PlaceDraft, useDrafts, writePlaceDraft } from '@/store/drafts'
import { useRecords } from '@/store/records'

/**
 * To the form 点单, with something chosen already. What somebody has written there is put aside, and comes back
 * once this one was sent.
 */
export function startPlace(chosen: PlaceDraft): void {
  const { place } = useDrafts.getState()
  const same = place.serviceId !== undefined && place.serviceId === chosen.serviceId
  if (same) writePlaceDraft(chosen)
  else beginPlaceDraft({ ...gridIn(chosen.communityCode), ...chosen })
  switchTab('/pages/place/index')
}

/** 帮家人点单: for somebody else, as they are called where that is known. */
export const startPlaceFor = (alias = '') => startPlace({ placedFor: { alias, relation: '' } })

/** In one's own community the grid is known. */
function gridIn(community: AreaCode | undefined): PlaceDraft {
  const { me } = useRecords.getState()
  return me && community && contains(community, me.homeGrid) ? { gridCode: me.homeGrid } : {}
}
