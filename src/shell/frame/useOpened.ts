import { useEffect, useState } from 'react'
import { leaveOpened, openedNow, watchOpened, writeOpened } from '@/platform/address'
import { useInFront } from '../useInFront'

/** The page, with its parameters, that is open beside this content; kept in the address. Browsers alone have one. */
export function useOpened() {
  const [opened, setOpened] = useState(openedNow)
  const inFront = useInFront()
  useEffect(() => {
    if (!inFront) return
    setOpened(openedNow())
    return watchOpened(() => setOpened(openedNow()))
  }, [inFront])
  const open = (url: string) => {
    if (url === opened) return
    writeOpened(url)
    setOpened(url)
  }
  const leave = () => {
    leaveOpened()
    setOpened(openedNow())
  }
  return { opened, open, leave }
}
