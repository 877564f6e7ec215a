import { useState } from 'react'
import { useDidHide, useDidShow } from '@/platform/hooks'

/** Pages below stay mounted; only one is looked at. */
export function useInFront(): boolean {
  const [inFront, setInFront] = useState(true)
  useDidShow(() => setInFront(true))
  useDidHide(() => setInFront(false))
  return inFront
}
