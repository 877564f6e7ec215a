import { type AreaCode, contains } from 'domain/area'
import { confirm } from '@/platform/dialog'
import { switchTab } from '@/platform/navigation'
import { clearPlaceDraft, type PlaceDraft, useDrafts, writePlaceDraft } from '@/store/drafts'
import { useRecords } from '@/store/records'

/**
 * To the form 点单, with something chosen already. What somebody has written there is not lost unasked; how
 * to reach them stays, for nobody types it twice.
 */
export async function startPlace(chosen: PlaceDraft): Promise<void> {
  const { words, contact, serviceId } = useDrafts.getState().place
  const same = serviceId !== undefined && serviceId === chosen.serviceId
  const keeps = words && !same
  const over =
    !keeps ||
    (await confirm({
      title: '点单页还有一件没写完',
      text: `“${words.slice(0, 20)}”还没有提交，换成这一件吗？`,
      yes: '换掉',
      no: '先不换',
    }))
  if (!over) return
  if (!same) clearPlaceDraft()
  writePlaceDraft({ contact, ...gridIn(chosen.communityCode), ...chosen })
  switchTab('/pages/place/index')
}

/** 帮家人点单: for somebody else, as they are called where that is known. */
export const startPlaceFor = (alias = '') =>
  startPlace({ placedFor: { alias, relation: '', knows: false }, contact: undefined })

/** In one's own community the grid is known. */
function gridIn(community: AreaCode | undefined): PlaceDraft {
  const { me } = useRecords.getState()
  return me && community && contains(community, me.homeGrid) ? { gridCode: me.homeGrid } : {}
}
