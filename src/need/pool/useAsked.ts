import type { AreaCode } from 'domain/kernel/area'
import { useCallback, useEffect, useRef, useState } from 'react'
import { fetchStaffNeeds } from '@/client'
import { useWaitingCount } from '@/store/appState'
import { serverNow } from '@/store/clock'

export interface Asked {
  busy: boolean
  /** Why nothing came. */
  problem?: string | undefined
  /** Of the next page; none when all have come. */
  next?: string | undefined
  /** When the last page came. */
  at?: string | undefined
  /** The first page anew, or the one after `next`. */
  ask: (after?: string) => void
}

/**
 * Coordinators hold no staff scope: what their communities owe is asked of the server, by deadline, and asked
 * anew once everything that was done here has arrived. The rows themselves are in the queue by then.
 */
export function useAsked(area: AreaCode | undefined): Asked {
  const [state, setState] = useState<Omit<Asked, 'ask'>>({ busy: false })
  const nothingWaits = useWaitingCount() === 0
  const current = useRef(area)
  current.current = area

  const ask = useCallback(
    async (after?: string) => {
      if (!area) return
      setState((before) => ({ ...before, busy: true }))
      const page = await fetchStaffNeeds({ area, after })
      if (current.current !== area) return
      setState((before) =>
        page.ok
          ? { busy: false, next: page.next, at: serverNow() }
          : { ...before, busy: false, problem: page.text },
      )
    },
    [area],
  )
  useEffect(() => {
    if (nothingWaits) void ask()
  }, [ask, nothingWaits])
  return { ...state, ask: (after) => void ask(after) }
}
