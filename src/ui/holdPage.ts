import { createContext, useContext, useEffect } from 'react'

/** From the platform: keeps the page where it is until what it returns is called. */
export const HoldPage = createContext<() => () => void>(() => () => {})

/** The page under what draws this does not scroll. */
export function useHoldPage(): void {
  const hold = useContext(HoldPage)
  useEffect(hold, [hold])
}
