import { createContext, useContext, useLayoutEffect } from 'react'

/** From the platform: keeps the page where it is until what it returns is called. */
export const HoldPage = createContext<() => () => void>(() => () => {})

/** The page under what draws this does not scroll, from the moment that this is drawn. */
export function useHoldPage(): void {
  const hold = useContext(HoldPage)
  useLayoutEffect(hold, [hold])
}
