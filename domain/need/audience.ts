import { termsOf } from '../category/category'
import { type Actor, orgsOf, staffs } from '../kernel/actor'
import {
  communityScope,
  inPool,
  orgScope,
  poolScope,
  type Scope,
  staffScopesOf,
  userScope,
} from '../kernel/scope'
import { type Instant, plusDays } from '../kernel/time'
import { areaOf, hasRoom, type Need, openOffer } from './need'
import { isOwn, readsWhole, relationsOf } from './relations'
import { awaits, endedOtherwise, isEnded } from './status'

/** How an audience sees a need: `full` with the original words, answers and timeline, or the `summary`. */
export type View = 'full' | 'summary'

/** Whether any visitor may see a need: not before the community dispatched it, and never a `staff` one. */
export const isPublic = (need: Need) =>
  need.dispatchedAt !== undefined && termsOf(need).visibility === 'public' && !endedOtherwise(need)

/** Original words, answers and timeline: for who placed it, who holds it, and the staff of where it lies. */
export const maySeeWhole = (need: Need, actor: Actor) => isOwn(need, actor.id) || staffs(actor, areaOf(need))

/** Whether an offer reaches somebody: by name, through their org, or as part of the pool. */
export const isOfferedTo = (need: Need, actor: Actor) =>
  need.offer !== undefined &&
  (need.offer.personIds.includes(actor.id) ||
    need.offer.orgIds.some((orgId) => orgsOf(actor).includes(orgId)) ||
    (need.offer.areaCode !== undefined && inPool(actor, need.offer.areaCode)))

/**
 * Every scope in which a need stands, and how it is seen there. What a phone must not show is in none of its scopes.
 * @param now left out: when it last changed, as feeds have it
 */
export function audienceOf(need: Need, now: Instant = need.changedAt): Map<Scope, View> {
  const audience = new Map<Scope, View>(staffScopesOf(areaOf(need)).map((scope) => [scope, 'full']))
  if (isPublic(need)) audience.set(communityScope(need.communityCode), 'summary')
  const open = openOffer(need)
  if (open) {
    if (open.areaCode) audience.set(poolScope(open.areaCode), 'summary')
    for (const orgId of open.orgIds) audience.set(orgScope(orgId), 'summary')
  }
  const people = new Set([
    need.requesterId,
    need.placedById,
    ...need.askers.map((each) => each.personId),
    ...need.assignments.map((each) => each.personId),
    ...(need.offer?.personIds ?? []),
  ])
  for (const personId of people) {
    const as = relationsOf(need, personId, now)
    if (as.length === 0) continue
    audience.set(userScope(personId), readsWhole(as) ? 'full' : 'summary')
  }
  return audience
}

const LISTED_DAYS = 90
/** [S13] Ended for so long that it leaves every list; those whose own it is keep it. */
export const isLongClosed = (need: Need, now: Instant) =>
  isEnded(need) && plusDays(need.changedAt, LISTED_DAYS) <= now
/** Whatever changed after this moment is not long closed. */
export const longClosedBefore = (now: Instant): Instant => plusDays(now, -LISTED_DAYS)

/**
 * Whether somebody may know of a need at all; to anybody else it does not exist.
 * @param now when it is asked: who held it once is told for some days
 */
export function viewFor(need: Need, actor: Actor | undefined, now: Instant): View | undefined {
  if (actor && maySeeWhole(need, actor)) return 'full'
  if (isPublic(need)) return 'summary'
  if (!actor) return undefined
  const offered = hasRoom(need) && isOfferedTo(need, actor)
  return offered || relationsOf(need, actor.id, now).length > 0 ? 'summary' : undefined
}

/** 查看联系方式: who placed it, who holds it while they hold it, and the staff of where it lies while it is open. */
export const mayReveal = (need: Need, actor: Actor) =>
  isOwn(need, actor.id) || (staffs(actor, areaOf(need)) && awaits(need) !== undefined)
