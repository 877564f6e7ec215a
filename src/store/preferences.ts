import { create } from 'zustand'
import type { Storage } from '@/platform/port'
import { setIfRoom } from '@/platform/setIfRoom'

/** What this phone's owner wants, whoever is logged in. */
export interface Preferences {
  /** 长辈版: larger text and targets, one thing a screen. */
  elder: boolean
  /** 1…1.35: how much larger than usual the phone shows text. */
  textScale: number
}

const KEY = 'xf/preferences'
/** From here on the phone is set for old eyes. */
const ELDER_FROM = 1.25
/** Beyond it layouts no longer hold; 长辈版 goes further. */
const MOST = 1.35

let keeper: Pick<Storage, 'get' | 'set'> | undefined

export const usePreferences = create<Preferences>(() => ({ elder: false, textScale: 1 }))

/**
 * Once, when the app is launched. At the first start 长辈版 follows the phone's font setting; from then on it
 * stays as people leave it.
 * @param systemScale the phone's font size by the usual one
 */
export function startPreferences(storage: Pick<Storage, 'get' | 'set'>, systemScale: number): void {
  keeper = storage
  const kept = keptElder(storage)
  usePreferences.setState({ textScale: Math.min(Math.max(systemScale, 1), MOST) })
  if (kept === undefined) setElder(systemScale >= ELDER_FROM)
  else usePreferences.setState({ elder: kept })
}

/** Undefined at the first start, and where it was torn while being written. */
function keptElder(storage: Pick<Storage, 'get'>): boolean | undefined {
  const text = storage.get(KEY)
  return text === 'elder' ? true : text === 'standard' ? false : undefined
}

/** In and out at a tap; on a phone that is full it holds as long as the app is open. */
export function setElder(elder: boolean): void {
  usePreferences.setState({ elder })
  if (keeper) setIfRoom(keeper, KEY, elder ? 'elder' : 'standard')
}

export const useElder = () => usePreferences((state) => state.elder)
