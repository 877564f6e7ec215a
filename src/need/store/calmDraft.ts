import { useSyncExternalStore } from 'react'
import { type PlaceDraft, useDrafts } from '@/store/drafts'

/** ms without a key: nobody who types waits for what is made of the words. */
const PAUSE_MS = 150

/**
 * The draft, for those who draw much by it. Words that are being typed are drawn by their field alone (`useWords`), the
 * rest when the typing pauses; any other change at once. It is late in drawing, never in keeping: the store has every
 * letter, so whoever acts on the words reads them there.
 */
export const useCalmDraft = (): PlaceDraft => useSyncExternalStore(onCalm, placeNow)

/** As they stand, letter by letter. */
export const useWords = (): string => useDrafts(({ place }) => place.words ?? '')

const placeNow = () => useDrafts.getState().place

function onCalm(draw: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = useDrafts.subscribe(({ place }, { place: before }) => {
    if (place === before) return
    clearTimeout(timer)
    if (sameButWords(place, before)) timer = setTimeout(draw, PAUSE_MS)
    else draw()
  })
  return () => {
    clearTimeout(timer)
    stop()
  }
}

function sameButWords({ words: _, ...one }: PlaceDraft, { words: __, ...other }: PlaceDraft): boolean {
  const keys = Object.keys({ ...one, ...other }) as (keyof typeof one)[]
  return keys.every((key) => one[key] === other[key])
}
