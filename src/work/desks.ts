import { type Actor, dispatches, isHelper, type Role, staffAreas, staffsGridsOnly } from 'domain/kernel/actor'
import { create } from 'zustand'
import { setIfRoom } from '@/platform/setIfRoom'
import { storage } from '@/platform/storage'
import { useElder } from '@/store/preferences'

/** What the workbench can show: 派单台, 接单大厅, 我的任务, and for residents what they take part in. */
export type Desk = 'queue' | 'pool' | 'tasks' | 'mine'

export const deskName = (desk: Desk, me: Actor, elder: boolean): string => {
  if (desk === 'queue') return dispatches(me) ? '派单台' : staffsGridsOnly(me) ? '网格待办' : '社区待办'
  return { pool: '接单大厅', tasks: '我的任务', mine: elder ? '我的事' : '我参与的' }[desk]
}

/** By role, the one with most to do first; 长辈版 begins with one's own needs. */
export function desksOf(me: Actor, elder: boolean): Desk[] {
  const desks: Desk[] = []
  if (staffAreas(me).length > 0) desks.push('queue')
  if (isHelper(me)) desks.push('pool', 'tasks')
  return elder ? ['mine', ...desks] : [...desks, 'mine']
}

const HELPING: readonly Role[] = ['member', 'centreHousehold', 'volunteer', 'unitContact']
const STAFF: readonly Role[] = ['secretary', 'coordinator', 'gridLead', 'gridWorker']

/** What somebody can be here (身份), each with the desk that it works at; everybody is a resident. */
export function identitiesOf(me: Actor): { desk: Desk; role: Role }[] {
  const roleIn = (roles: readonly Role[]) =>
    roles.find((role) => me.grants.some((held) => held.role === role))
  const [helping, staff] = [roleIn(HELPING), roleIn(STAFF)]
  return [
    { desk: 'mine', role: 'resident' },
    ...(helping ? [{ desk: 'pool' as const, role: helping }] : []),
    ...(staff ? [{ desk: 'queue' as const, role: staff }] : []),
  ]
}

/** The desk that was open last, by person and version; outlives the app. */
const useChosen = create<Record<string, Desk | undefined>>(() => ({}))
const keyOf = (me: Actor, elder: boolean) => `xf/${me.id}/desk${elder ? '/elder' : ''}`

const remembered = (key: string) => storage.get(key) as Desk | undefined

export function useDesk(me: Actor): [desk: Desk, choose: (desk: Desk) => void] {
  const elder = useElder()
  const desks = desksOf(me, elder)
  const key = keyOf(me, elder)
  const chosen = useChosen((all) => all[key]) ?? remembered(key)
  const choose = (desk: Desk) => {
    useChosen.setState({ [key]: desk })
    setIfRoom(storage, key, desk)
  }
  return [chosen && desks.includes(chosen) ? chosen : (desks[0] ?? 'mine'), choose]
}
