import { type Actor, isHelper } from '../kernel/actor'
import type { Instant } from '../kernel/time'
import { holds, type Need, type NeedEvent } from './need'
import { mayHold } from './rules'
import { isOpen } from './status'
import { systemStep } from './workflow'

/** A right that has ended. */
export interface Ended {
  /** Whose it was, as they are now. */
  person: Actor
  /** Orgs for which nobody can answer any more. */
  emptyOrgs: string[]
}

/**
 * The right ends with the right: what somebody holds goes back, and an invitation that nobody can answer any more
 * ends, as if they had released or declined.
 * @returns undefined where all of it stands
 */
export function lapse(
  need: Need,
  { person, emptyOrgs }: Ended,
  time: { now: Instant; eventId: string },
): { need: Need; event: NeedEvent } | undefined {
  if (!isOpen(need)) return undefined
  const { personIds = [], orgIds = [] } = need.offer ?? {}
  const handsBack = holds(need, person.id) && !mayHold(need, person)
  const uninvited = personIds.includes(person.id) && !isHelper(person)
  const said = {
    personIds: handsBack || uninvited ? [person.id] : [],
    orgIds: orgIds.filter((orgId) => emptyOrgs.includes(orgId)),
  }
  if (said.personIds.length + said.orgIds.length === 0) return undefined
  const changed = `${person.displayName}的身份有变化`
  if (handsBack)
    return systemStep(need, { action: 'release', note: `${changed}，由社区重新安排`, said }, time)
  const note = uninvited ? `${changed}，不能再接这一单` : '受邀的单位现在没有人能接这一单'
  return systemStep(need, { action: 'decline', note, said }, time)
}
