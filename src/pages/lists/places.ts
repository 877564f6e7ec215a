import type { ListName } from '@/components/ListTabs'
import { type Place, startPlace } from './useChunks'

const places: Partial<Record<ListName, { key: string; place: Place }>> = {}

/** Where somebody was in a list; another filter begins at its top. */
export function placeIn(list: ListName, key: string): Place {
  const known = places[list]
  if (known?.key === key) return known.place
  const place = startPlace()
  places[list] = { key, place }
  return place
}
