import { type Actor, answersFor } from './actor'
import { contains } from './area'
import { findCategory } from './category'
import { type Effect, effects } from './effects'
import type { Move, NeedAction } from './moves'
import {
  activeAssignments,
  isEmptyOffer,
  type Need,
  type NeedEvent,
  type NeedStatus,
  type Offer,
  served,
} from './need'
import { type RefusalCode, Refused } from './refusal'
import { inTimeToReopen, mayClaim, mayDecline, type Rule, unless, WHO } from './rules'
import { unseen } from './seen'
import { clampInstant, type Instant } from './time'

interface Transition {
  /** On the button. */
  label: string
  by: keyof typeof WHO
  from: readonly NeedStatus[]
  /** What else must hold. */
  only?: Rule
  /** What the action asks for, beside a note that is always welcome. */
  asks?: 'offer' | 'reason' | 'rating' | 'target' | 'headcount'
  /** Statuses in which it asks for a reason although elsewhere it does not. */
  reasonFrom?: readonly NeedStatus[]
  /** What makes it another step than was meant, where it came after the screen on which this one was tapped. */
  heeds?: readonly NeedAction[]
  /** Not a button: the server's own, or one that has no screen of its own yet. */
  silent?: true
  /** What of the need decides, beside its status: where a build cannot read that, it does not offer the action. */
  reads?: readonly (keyof Need)[]
}

const UNDER_WAY = ['placed', 'dispatched', 'claimed', 'serving'] as const
/** Somebody was asked, or has taken it on: it would be taken from them unseen. */
const TAKEN_ON = ['dispatch', 'claim', 'start', 'reopen'] as const
/** All that decides who is asked, who holds it, and how many are wanted. */
const AGREED = [...TAKEN_ON, 'decline', 'release', 'resize'] as const

/** The whole workflow (四单). The phone draws its buttons from this table; the cloud enforces it. */
export const TRANSITIONS = {
  dispatch: {
    label: '派单',
    by: 'dispatcher',
    from: UNDER_WAY,
    asks: 'offer',
    reasonFrom: ['serving'],
    reads: ['categoryCode', 'headcount', 'assignments'],
    heeds: AGREED,
  },
  claim: {
    label: '我来接',
    by: 'helper',
    from: ['dispatched', 'claimed', 'serving'],
    only: mayClaim,
    reads: ['offer', 'headcount', 'assignments'],
  },
  decline: {
    label: '婉拒',
    by: 'helper',
    from: ['dispatched', 'serving'],
    only: mayDecline,
    asks: 'reason',
    reads: ['offer', 'headcount', 'assignments'],
    heeds: ['dispatch'],
  },
  start: { label: '出发', by: 'holder', from: ['dispatched', 'claimed'], reads: ['assignments'] },
  release: {
    label: '退单',
    by: 'holder',
    from: ['dispatched', 'claimed', 'serving'],
    asks: 'reason',
    reads: ['offer', 'headcount', 'assignments'],
  },
  finish: {
    label: '办好了，请居民确认',
    by: 'holder',
    from: ['serving'],
    asks: 'reason',
    reads: ['assignments'],
  },
  rate: {
    label: '评价',
    by: 'requester',
    from: ['served'],
    only: (need, actor) => unless(!served(need, actor.id), 'servedIt'),
    asks: 'rating',
    reads: ['assignments'],
    heeds: ['reopen'],
  },
  reopen: {
    label: '重办',
    by: 'asker',
    from: ['served', 'closed'],
    only: inTimeToReopen,
    asks: 'reason',
    reads: ['categoryCode', 'urgency', 'closedAt'],
    heeds: ['reopen', 'rate'],
  },
  followUp: {
    label: '回访',
    by: 'staff',
    from: ['served', 'closed'],
    only: (need) => unless((need.rating?.score ?? 0) <= 2, 'statusChanged'),
    asks: 'reason',
    reads: ['rating'],
    heeds: ['rate', 'reopen', 'followUp'],
  },
  reject: {
    label: '不予受理',
    by: 'dispatcher',
    from: ['placed', 'dispatched'],
    asks: 'reason',
    heeds: [...TAKEN_ON, 'absorb'],
  },
  merge: {
    label: '并单',
    by: 'dispatcher',
    from: ['placed', 'dispatched'],
    only: (need) =>
      unless(need.kind !== 'service', 'badTarget') ?? // each order has a place of its own
      unless(activeAssignments(need).length === 0, 'statusChanged'),
    asks: 'target',
    reads: ['kind', 'assignments', 'askers'],
    heeds: TAKEN_ON,
  },
  absorb: { label: '并入', by: 'dispatcher', from: UNDER_WAY, silent: true, reads: ['kind', 'askers'] },
  reschedule: { label: '改期', by: 'keeper', from: UNDER_WAY, silent: true },
  withdraw: {
    label: '撤单',
    by: 'placer',
    from: UNDER_WAY,
    reasonFrom: ['serving'],
    reads: ['askers'],
    heeds: ['claim', 'start'],
  },
  resize: {
    label: '改人数',
    by: 'staff',
    from: UNDER_WAY,
    asks: 'headcount',
    heeds: AGREED,
    reads: ['offer', 'headcount', 'assignments'],
  },
  add: { label: '补充', by: 'askerOrStaff', from: UNDER_WAY, asks: 'reason' },
  urge: { label: '催一催', by: 'asker', from: UNDER_WAY },
  escalate: {
    label: '督办',
    by: 'staffOrSystem',
    from: UNDER_WAY,
    asks: 'reason',
  },
  whistle: {
    label: '吹哨',
    by: 'dispatcher',
    from: UNDER_WAY,
    asks: 'reason',
    silent: true,
  },
  close: { label: '办结', by: 'system', from: ['served'], silent: true },
} satisfies Record<NeedAction, Transition>

export const NEED_ACTIONS = Object.keys(TRANSITIONS) as NeedAction[]
/** An action of another version of the app: nobody takes it here. */
const NEVER: Transition = { label: '', by: 'system', from: [], silent: true }
const transition = (action: NeedAction): Transition => TRANSITIONS[action] ?? NEVER

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
  const open = (UNDER_WAY as readonly NeedStatus[]).includes(target.status)
  const another = target.id !== source.id && target.communityCode === source.communityCode
  if (!open || !another || target.kind === 'service') throw new Refused('badTarget')
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
