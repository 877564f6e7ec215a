import { create } from 'zustand'
import { StorageFull } from '@/platform/port'
import { storage } from '@/platform/storage'

const KEY = 'xf/seen'
/** Enough for what stands in the lists of a few weeks. */
const MOST = 300

/** 已读: needs that somebody has opened on this phone, in order. */
const useOpened = create<{ ids: ReadonlySet<string> }>(() => ({ ids: kept() }))

export const useSeen = (): ReadonlySet<string> => useOpened((state) => state.ids)

export function markSeen(id: string): void {
  const before = useOpened.getState().ids
  if (before.has(id)) return
  const ids = [...before, id].slice(-MOST)
  useOpened.setState({ ids: new Set(ids) })
  try {
    storage.set(KEY, ids.join())
  } catch (error) {
    if (!(error instanceof StorageFull)) throw error
  }
}

function kept(): ReadonlySet<string> {
  return new Set((storage.get(KEY) ?? '').split(',').filter(Boolean))
}
