import { type Actor, communitiesStaffed, helpsIn, homeOf, orgsOf } from './actor'
import { type AreaCode, contains, levelOf, upwards } from './area'

/**
 * A scope is an audience with one projection, so that everybody in it gets the same bytes:
 * - `<district code>`: the area tree, the district's categories and settings, what corrections have taught, for anyone
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
