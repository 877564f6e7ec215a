import { findCategory } from '../category/category'
import { type Actor, answersFor, orgsOf } from '../kernel/actor'
import { contains } from '../kernel/area'
import { type RefusalCode, Refused } from '../kernel/refusal'
import { clampInstant, type Instant } from '../kernel/time'
import { type Effect, effects } from './effects'
import type { Move, NeedAction } from './moves'
import { activeAssignments, isEmptyOffer, type Need, type NeedEvent, type Offer } from './need'
import { type Rule, unless, WHO } from './rules'
import { unseen } from '../kernel/seen'
import { isOpen } from './status'
import { NEED_ACTIONS, type Transition, transition } from './transitions'

/** Whether this build can read what an action is decided by; otherwise only a newer one can tell. */
const isReadable = ({ unread = [], categoryCode }: Need, field: keyof Need) =>
  !unread.includes(field) && (field !== 'categoryCode' || findCategory(categoryCode) !== undefined)

/** Why `actor` may not take `action` at all now, whatever they would say with it. */
export function barrier(need: Need, action: NeedAction, actor: Actor, now: Instant): RefusalCode | undefined {
  const { by, from, only, reads = [] } = transition(action)
  const who: Rule = WHO[by]
  return (
    who(need, actor, now) ??
    unless(from.includes(need.status), 'statusChanged') ??
    unless(
      reads.every((field) => isReadable(need, field)),
      'tooOld',
    ) ??
    only?.(need, actor, now)
  )
}

const offerReaches = (offer: Offer | undefined, need: Need) =>
  offer?.areaCode === undefined ||
  contains(offer.areaCode, need.communityCode) ||
  contains(need.communityCode, offer.areaCode)

/** What an action asks for in a need of this status, for the form that the phone shows before sending. */
export function asksOf(need: Need, action: NeedAction): Transition['asks'] {
  const { asks, reasonFrom } = transition(action)
  return asks ?? (reasonFrom?.includes(need.status) ? 'reason' : undefined)
}

function missing(need: Need, action: NeedAction, said: Partial<Move>): RefusalCode | undefined {
  const { asks, reasonFrom } = transition(action)
  const given = said as Partial<Record<string, unknown>>
  const reason = unless(!!said.note, 'reasonNeeded')
  if (reasonFrom?.includes(need.status) && reason) return reason
  if (asks === 'reason') return reason
  if (asks === 'rating') return unless(given.score !== undefined, 'badRequest')
  if (asks === 'target') return unless(!!given.targetId, 'badTarget')
  if (asks === 'headcount')
    return unless(Number(given.headcount) >= activeAssignments(need).length, 'badHeadcount')
  if (asks === 'offer') {
    const offer = given.offer as Offer | undefined
    if (!offer || isEmptyOffer(offer)) return 'offerNeeded'
    if (offer.personIds.includes(need.requesterId)) return 'badTarget'
    return unless(offerReaches(offer, need), 'badTarget')
  }
  return undefined
}

/** Why `actor` may not take `action` now, or undefined when they may. */
export function refusal(
  need: Need,
  action: NeedAction,
  said: Partial<Move>,
  actor: Actor,
  now: Instant,
): RefusalCode | undefined {
  return barrier(need, action, actor, now) ?? missing(need, action, said)
}

/**
 * What came after the screen on which a step was tapped, and makes it another step than was meant: nothing is taken
 * from anybody, or undone, that the screen did not show. Words, reminders and what one did oneself before count as seen.
 */
export function surprises(
  { action, seen }: Pick<Move, 'action' | 'seen'>,
  events: readonly NeedEvent[],
): NeedEvent[] {
  const { heeds } = transition(action)
  if (!heeds || !seen) return []
  return unseen(events, seen).filter((event) => heeds.includes(event.action as NeedAction))
}

/** The buttons that `actor` sees on a need, in the order of the table. */
export const actionsFor = (need: Need, actor: Actor, now: Instant): NeedAction[] =>
  NEED_ACTIONS.filter((action) => !transition(action).silent && !barrier(need, action, actor, now))

/**
 * One step of the workflow.
 * @param eventId the command's id: one command, one event on a need
 * @param at the phone's time of the tap, believed between the need's last event and `now`
 * @returns the need after it, and the event that says so
 * @throws Refused as `refusal()` says
 */
export function advance(
  need: Need,
  move: Move,
  actor: Actor,
  { now, at = now, eventId }: { now: Instant; at?: Instant; eventId: string },
): { need: Need; event: NeedEvent } {
  const code = refusal(need, move.action, move, actor, now)
  if (code) throw new Refused(code)
  const { needId: _, action, note, seen: __, ...rest } = move
  const said: Record<string, unknown> = { ...rest }
  if (action === 'decline') {
    said.orgIds = need.offer?.orgIds.filter((orgId) => answersFor(actor, orgId)) ?? []
  }
  if (action === 'claim' && !need.offer?.personIds.includes(actor.id)) {
    const orgIds = need.offer?.orgIds.filter((orgId) => orgsOf(actor).includes(orgId)) ?? []
    if (orgIds.length > 0) said.orgIds = orgIds
  }
  const event: NeedEvent = {
    id: eventId,
    needId: need.id,
    action,
    byId: actor.id,
    byName: actor.displayName,
    at: clampInstant(at, need.changedAt, now),
    ...(note ? { note } : {}),
    ...(Object.keys(said).length > 0 ? { said } : {}),
  }
  return { need: apply(need, event), event }
}

/** Folds one event into a need: the same events always give the same state. One that nobody knows changes nothing. */
export function apply(need: Need, event: NeedEvent): Need {
  const effect: Effect | undefined = effects[event.action as NeedAction]
  const changed = effect?.(need, event)
  return {
    ...need,
    ...changed,
    version: need.version + 1,
    changedAt: event.at,
  }
}

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
