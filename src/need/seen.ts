import { create } from 'zustand'
import { setIfRoom } from '@/platform/setIfRoom'
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
  setIfRoom(storage, KEY, ids.join())
}

function kept(): ReadonlySet<string> {
  return new Set((storage.get(KEY) ?? '').split(',').filter(Boolean))
}
