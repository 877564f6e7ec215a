import type { FiguresAnswer } from 'domain/api'
import { coordinatedBy } from 'domain/kernel/actor'
import { useEffect } from 'react'
import { fetchFigures } from '@/client'
import { useAppState, useWaitingCount } from '@/store/appState'
import { useNow } from '@/store/clock'
import { useMe } from '@/store/lists'
import { keepFigures, useFigures } from '../store/figures'

/** So soon after the last time nobody asks again, whatever news has come. */
const PAUSE_MS = 10_000

let askedAt = 0

/**
 * Coordinators hold no staff scope, so the server counts for them: every minute, after every pull, and once everything
 * that was done here has arrived. For all others their phone does: undefined.
 * @param seenAt when the page was last given what it lists
 */
export function useStaffFigures(seenAt?: string): FiguresAnswer | undefined {
  const me = useMe()
  const id = me && coordinatedBy(me).length > 0 ? me.id : undefined
  const nothingWaits = useWaitingCount() === 0
  const lastSyncAt = useAppState((session) => session.lastSyncAt)
  const minute = useNow().slice(0, 16)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a pull or a minute later there are other figures
  useEffect(() => {
    if (Date.now() - askedAt > PAUSE_MS) void ask(id)
  }, [id, lastSyncAt, seenAt, minute])
  useEffect(() => {
    if (nothingWaits) void ask(id)
  }, [id, nothingWaits])
  return useFigures(id)
}

async function ask(personId: string | undefined) {
  if (!personId) return
  askedAt = Date.now()
  const answer = await fetchFigures()
  if (answer.ok) keepFigures(personId, answer.figures)
}
