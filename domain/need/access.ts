import { categoryOf } from '../category/category'
import {
  type Actor,
  communitiesStaffed,
  coordinatedBy,
  coordinates,
  helpsIn,
  homeOf,
  orgsOf,
  staffs,
} from '../kernel/actor'
import { type AreaCode, atLevel, contains, isVirtualCommunity, levelOf, upwards } from '../kernel/area'
import { type Instant, plusDays } from '../kernel/time'
import type { Org } from '../org/org'
import { holds, isEnded, isOpen, type Need, openOffer } from './need'
import { readsWhole, relationsOf } from './relations'

/**
 * A scope is an audience with one projection, so that everybody in it gets the same bytes:
 * - `<district code>`: the area tree and what corrections have taught, for anyone
 * - `<community code>`: the three lists as any visitor sees them
 * - `<community code>:staff`: what the community's staff see
 * - `<area code>:pool`: what helpers of that area may claim now (接单大厅)
 * - `org:<id>`: what was offered to a team or unit
 * - `user:<id>`: a person's own needs, tasks and profile
 */
export type Scope = string

export const districtScope = (code: AreaCode): Scope => code.slice(0, 6)
export const communityScope = (code: AreaCode): Scope => code
export const staffScope = (code: AreaCode): Scope => `${code}:staff`
export const poolScope = (code: AreaCode): Scope => `${code}:pool`
export const orgScope = (orgId: string): Scope => `org:${orgId}`
export const userScope = (personId: string): Scope => `user:${personId}`

/** Which of these a scope is; `area`: the district with its area tree. */
export function scopeKind(scope: Scope): 'area' | 'community' | 'staff' | 'pool' | 'org' | 'user' {
  const [first = '', second] = scope.split(':')
  if (first === 'user' || first === 'org') return first
  if (second === 'staff' || second === 'pool') return second
  return levelOf(first) === 'community' ? 'community' : 'area'
}
/** Whether one person alone holds a scope. */
export const isPersonal = (scope: Scope): boolean => scope.startsWith('user:')

/** Whether a helper belongs to an area's pool: they help in it or somewhere below. */
export const inPool = (actor: Actor, pool: AreaCode) => helpsIn(actor).some((area) => contains(pool, area))

/** Every pool that `inPool` says yes to: a helper's own areas and those above, nearest first. */
const poolsOf = (actor: Actor) => [...new Set(helpsIn(actor).flatMap(upwards))]

/**
 * What a phone holds, the most needed first.
 * @param actor undefined for a guest
 * @param watching the community that is being looked at, when it is not the home community
 */
export function scopesOf(actor: Actor | undefined, district: AreaCode, watching?: AreaCode): Scope[] {
  const own = actor
    ? [
        userScope(actor.id),
        communityScope(homeOf(actor)),
        ...communitiesStaffed(actor).map(staffScope),
        ...poolsOf(actor).map(poolScope),
        ...orgsOf(actor).map(orgScope),
      ]
    : []
  const looked = watching ? [communityScope(watching)] : []
  return [...new Set([...own, ...looked, districtScope(district)])]
}

/** How an audience sees a need: `full` with the original words, answers and timeline, or the `summary`. */
export type View = 'full' | 'summary'

/** Whether any visitor may see a need: not before the community dispatched it, and never a `staff` one. */
export const isPublic = (need: Need) =>
  need.dispatchedAt !== undefined &&
  categoryOf(need.categoryCode).visibility === 'public' &&
  !['rejected', 'withdrawn', 'merged'].includes(need.status)

/** Original words, answers and timeline: for who placed it, who holds it, and the community's staff. */
export const maySeeWhole = (need: Need, actor: Actor) =>
  need.requesterId === actor.id ||
  need.placedById === actor.id ||
  holds(need, actor.id) ||
  staffs(actor, need.communityCode)

/**
 * Every scope in which a need stands, and how it is seen there. What a phone must not show is in none of its scopes.
 * @param now left out: when it last changed, as feeds have it
 */
export function audienceOf(need: Need, now: Instant = need.changedAt): Map<Scope, View> {
  const audience = new Map<Scope, View>([[staffScope(need.communityCode), 'full']])
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

/** Who finds a person's row: themselves, and the staff of the communities in which they help. */
export const audienceOfPerson = (person: Actor): Scope[] => [
  userScope(person.id),
  ...new Set(
    helpsIn(person)
      .flatMap((area) => atLevel(area, 'community') ?? [])
      .map(staffScope),
  ),
]

/** Who finds an org's row: the staff of the communities that it supports. */
export const audienceOfOrg = (org: Pick<Org, 'areaCodes'>): Scope[] => [
  ...new Set(org.areaCodes.flatMap((area) => atLevel(area, 'community') ?? []).map(staffScope)),
]

/** Services and resources: everybody's while they are listed, the staff's when taken off. */
export const audienceOfListed = (item: { communityCode: AreaCode; listed: boolean }): Scope[] => [
  item.listed ? communityScope(item.communityCode) : staffScope(item.communityCode),
]

/** The area tree is everybody's; virtual communities are kept but shown in no picker. */
export const audienceOfArea = (code: AreaCode): Scope[] =>
  isVirtualCommunity(code) ? [] : [districtScope(code)]

/** What a district's corrections have taught is for every phone in it. */
export const audienceOfLesson = (district: AreaCode): Scope[] => [districtScope(district)]

/**
 * Whether somebody may know of a need at all; to anybody else it does not exist.
 * @param now when it is asked: who held it once is told for some days
 */
export function viewFor(need: Need, actor: Actor | undefined, now: Instant): View | undefined {
  if (actor && maySeeWhole(need, actor)) return 'full'
  if (isPublic(need)) return 'summary'
  if (!actor) return undefined
  const open = openOffer(need)
  const offered =
    open !== undefined &&
    ((open.areaCode !== undefined && inPool(actor, open.areaCode)) ||
      open.orgIds.some((orgId) => orgsOf(actor).includes(orgId)))
  return offered || relationsOf(need, actor.id, now).length > 0 ? 'summary' : undefined
}

/** 查看联系方式: who placed it, who holds it while they hold it, and the community's staff while it is open. */
export const mayReveal = (need: Need, actor: Actor) =>
  need.requesterId === actor.id ||
  need.placedById === actor.id ||
  holds(need, actor.id) ||
  (staffs(actor, need.communityCode) && (isOpen(need) || need.status === 'served'))

/** Keeping services and resources is for those who dispatch; areas, orgs and people for who coordinates above. */
export const keepsBelow = (actor: Actor, code: AreaCode) => !!actor.system || coordinates(actor, code)

/** The areas whose needs somebody may page through as staff. */
export const staffAreas = (actor: Actor): AreaCode[] => [
  ...coordinatedBy(actor),
  ...communitiesStaffed(actor),
]
