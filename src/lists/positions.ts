import type { ListName } from '@/ui/ListTabs'
import type { Standing } from './standing'

/** Where somebody is in a list; outlives a look at another one. */
export interface Position {
  scrollTop: number
  standing: Standing | undefined
  /** How many chunks of its body have been drawn so far. */
  reached: number
  /** In px, of what was drawn before: its head, and its chunks. */
  headHeight: number
  heights: (number | undefined)[]
}

const startPosition = (): Position => ({
  scrollTop: 0,
  standing: undefined,
  reached: 0,
  headHeight: 0,
  heights: [],
})

const positions: Partial<Record<ListName, { key: string; place: Position }>> = {}

/** Where somebody was in a list; another filter begins at its top. */
export function positionIn(list: ListName, key: string): Position {
  const known = positions[list]
  if (known?.key === key) return known.place
  const place = startPosition()
  positions[list] = { key, place }
  return place
}

/** Near its top a list is arranged anew; further down people find what they left. @returns where that is */
export function beginAgain(place: Position, nearTop: number): number {
  if (place.scrollTop <= nearTop) Object.assign(place, startPosition())
  return place.scrollTop
}
