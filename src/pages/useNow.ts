import type { Instant } from 'domain/time'
import { useEffect, useState } from 'react'
import { serverNow } from '@/store/session'

const MINUTE_MS = 60_000

/** The server's time, anew every minute, so that what is left of a promise stays true while somebody looks. */
export function useNow(): Instant {
  const [, tick] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), MINUTE_MS)
    return () => clearInterval(timer)
  }, [])
  return serverNow()
}
