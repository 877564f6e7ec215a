import { findCategory } from '../category/category'
import { type Actor, answersFor, orgsOf } from '../kernel/actor'
import { Refused } from '../kernel/refusal'
import type { Instant } from '../kernel/time'
import { defineWorkflow } from '../kernel/workflow'
import { effects } from './effects'
import type { Move, NeedAction } from './moves'
import type { Need, NeedEvent } from './need'
import { REQUIRES } from './requires'
import { WHO } from './rules'
import { isOpen } from './status'
import { TRANSITIONS } from './transitions'

/** The invited orgs for which a decline answers, or by which somebody claims. */
function answeredFor(need: Need, action: NeedAction, actor: Actor): { orgIds?: string[] } {
  const { personIds = [], orgIds = [] } = need.offer ?? {}
  if (action === 'decline') return { orgIds: orgIds.filter((orgId) => answersFor(actor, orgId)) }
  if (action !== 'claim' || personIds.includes(actor.id)) return {}
  const theirs = orgIds.filter((orgId) => orgsOf(actor).includes(orgId))
  return theirs.length > 0 ? { orgIds: theirs } : {}
}

/** What becomes of a need (四单). */
export const { barrier, asksOf, refusal, actionsFor, surprises, apply, advance, systemStep } = defineWorkflow<
  'need',
  Need,
  Move,
  keyof typeof WHO,
  keyof typeof REQUIRES
>({
  entity: 'need',
  transitions: TRANSITIONS,
  who: WHO,
  requires: REQUIRES,
  effects,
  keeps: answeredFor,
  knows: ({ categoryCode, terms }, field) =>
    field !== 'categoryCode' || (terms ?? findCategory(categoryCode)) !== undefined,
  refusals: { unknown: 'notAllowed', status: 'statusChanged', unread: 'tooOld', reason: 'reasonNeeded' },
})

/**
 * 并单: what the target becomes when `source` is merged into it.
 * @throws Refused `badTarget` where it lies in another community, is not open, or is the same need
 */
export function absorb(
  target: Need,
  source: Need,
  actor: Actor,
  time: { now: Instant; at?: Instant; eventId: string },
): { need: Need; event: NeedEvent } {
  const another = target.id !== source.id && target.communityCode === source.communityCode
  if (!isOpen(target) || !another || target.kind === 'service') throw new Refused('badTarget')
  const asked = [{ personId: source.requesterId, name: source.requesterName }, ...source.askers]
  if (source.placedById !== source.requesterId)
    asked.splice(1, 0, {
      personId: source.placedById,
      name: source.requesterName,
    })
  return advance(
    target,
    { needId: target.id, action: 'absorb', fromId: source.id, askers: asked },
    actor,
    time,
  )
}
