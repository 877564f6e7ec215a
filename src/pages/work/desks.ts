import { staffAreas } from 'domain/access'
import { type Actor, isHelper } from 'domain/actor'
import { create } from 'zustand'
import { StorageFull } from '@/platform/port'
import { storage } from '@/platform/storage'
import { dispatches } from '../dispatches'

/** What the workbench can show: 派单台, 接单大厅, 我的任务, and for residents what they take part in. */
export type Desk = 'queue' | 'hall' | 'tasks' | 'mine'

export const deskName = (desk: Desk, me: Actor): string => {
  if (desk === 'queue') return dispatches(me) ? '派单台' : '社区待办'
  return { hall: '接单大厅', tasks: '我的任务', mine: '我参与的' }[desk]
}

/** By role, the one with most to do first. */
export function desksOf(me: Actor): Desk[] {
  const desks: Desk[] = []
  if (staffAreas(me).length > 0) desks.push('queue')
  if (isHelper(me)) desks.push('hall', 'tasks')
  return desks.length > 0 ? desks : ['mine']
}

/** The desk that was open last, by person; outlives the app. */
const useChosen = create<Record<string, Desk | undefined>>(() => ({}))
const keyOf = (me: Actor) => `xf/${me.id}/desk`

const remembered = (me: Actor) => storage.get(keyOf(me)) as Desk | undefined

export function useDesk(me: Actor): [desk: Desk, choose: (desk: Desk) => void] {
  const desks = desksOf(me)
  const chosen = useChosen((all) => all[me.id]) ?? remembered(me)
  const choose = (desk: Desk) => {
    useChosen.setState({ [me.id]: desk })
    keepIfRoom(keyOf(me), desk)
  }
  return [chosen && desks.includes(chosen) ? chosen : (desks[0] ?? 'mine'), choose]
}

function keepIfRoom(key: string, desk: Desk) {
  try {
    storage.set(key, desk)
  } catch (error) {
    if (!(error instanceof StorageFull)) throw error // a full phone forgets it, and nothing is lost
  }
}
