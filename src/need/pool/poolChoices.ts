import type { Actor } from 'domain/kernel/actor'
import { create } from 'zustand'
import { setIfRoom } from '@/platform/setIfRoom'
import { storage } from '@/platform/storage'

/** What a helper has said of the pool on this phone; nobody else learns of it. */
interface HallChoices {
  /** 接收推荐 */
  recommend: boolean
  /** 不合适: needs that are not shown to them, the newest last. */
  unfit: readonly string[]
}

const AT_FIRST: HallChoices = { recommend: true, unfit: [] }
/** Longer than anything stands in a pool. */
const MOST = 200

const useKept = create<Record<string, HallChoices | undefined>>(() => ({}))
const keyOf = ({ id }: Actor) => `xf/${id}/hall`

function remembered(key: string): HallChoices {
  try {
    return { ...AT_FIRST, ...(JSON.parse(storage.get(key) ?? '{}') as Partial<HallChoices>) }
  } catch {
    return AT_FIRST // torn while being written
  }
}

const choicesOf = (key: string) => useKept.getState()[key] ?? remembered(key)

function choose(me: Actor, changes: Partial<HallChoices>) {
  const key = keyOf(me)
  const next = { ...choicesOf(key), ...changes }
  useKept.setState({ [key]: next })
  setIfRoom(storage, key, JSON.stringify(next)) // without room it holds as long as the app is open
}

export function usePoolChoices(me: Actor): HallChoices {
  const key = keyOf(me)
  return useKept((all) => all[key]) ?? remembered(key)
}

export const setRecommend = (me: Actor, recommend: boolean) => choose(me, { recommend })

export const hideUnfit = (me: Actor, needId: string) =>
  choose(me, { unfit: [...choicesOf(keyOf(me)).unfit, needId].slice(-MOST) })

/** 都放回来 */
export const showUnfit = (me: Actor) => choose(me, { unfit: [] })
