import { type ReactNode, useEffect, useState } from 'react'
import { dropOpening } from '@/platform/install'

/** Of H5 the first page stands, or there was never anything to wait for. */
let stands = process.env.TARO_ENV !== 'h5'

/**
 * False while H5 draws its very first page for the first time. A weak phone takes a quarter of a second for a page at
 * once: so its frame comes first, then what is seen of it, then what lies below, and a finger is heard in between.
 */
export function useLater(): boolean {
  const [later, setLater] = useState(stands)
  useEffect(() => setLater(true), [])
  return later
}

/** What lies below what is seen at first. */
export const Later = ({ children }: { children: ReactNode }) => useLater() && children

/** Root of the page: until what is seen of it is drawn, the opening is (src/index.html). */
export function useFrameFirst(): boolean {
  const later = useLater()
  useEffect(() => {
    if (!later) return
    stands = true
    dropOpening()
  }, [later])
  return later
}
