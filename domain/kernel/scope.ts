import { type Actor, areasStaffed, helpsIn, homeOf, orgsOf } from './actor'
import { AREA_LEVELS, type AreaCode, type AreaLevel, contains, levelOf, upwards } from './area'

/** An audience with one projection, so that everybody in it gets the same bytes. */
export type Scope = string

interface Kind {
  /** `*`: the code of the area that it is of, or the id of the person or org. */
  written: `*${string}` | `${string}*`
  /** The levels of area that have one; left out where it is of a person or an org. */
  levels?: readonly AreaLevel[]
  /** Of what somebody holds it. */
  heldBy: (actor: Actor) => readonly string[]
  /** One person alone holds it. */
  personal?: true
}

/** Every kind of scope, in the order in which a phone needs them. */
const KINDS = {
  /** A person's own needs, tasks and profile. */
  user: { written: 'user:*', heldBy: ({ id }) => [id], personal: true },
  /** The three lists as any visitor sees them; also held by who looks at the community. */
  community: { written: '*', levels: ['community'], heldBy: (actor) => [homeOf(actor)] },
  /** What the staff of a community or of a grid see. */
  staff: { written: '*:staff', levels: ['community', 'grid'], heldBy: areasStaffed },
  /** What helpers of an area may claim now (接单大厅). */
  pool: { written: '*:pool', levels: AREA_LEVELS, heldBy: poolsOf },
  /** What was offered to a team or unit. */
  org: { written: 'org:*', heldBy: orgsOf },
  /** The area tree, categories, settings and what corrections have taught: anybody's, of the district that is served. */
  district: { written: '*', levels: ['district'], heldBy: () => [] },
} satisfies Record<string, Kind>

export type ScopeKind = keyof typeof KINDS
const SCOPE_KINDS = Object.keys(KINDS) as ScopeKind[]
const kindOf = (name: ScopeKind): Kind => KINDS[name]

const scopeOf =
  (kind: ScopeKind) =>
  (of: string): Scope =>
    KINDS[kind].written.replace('*', of)

export const communityScope = scopeOf('community')
export const staffScope = scopeOf('staff')
export const poolScope = scopeOf('pool')
export const orgScope = scopeOf('org')
export const userScope = scopeOf('user')
export const districtScope = (code: AreaCode): Scope => scopeOf('district')(code.slice(0, 6))

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const isOfAreas = ({ levels = [] }: Kind, code: string) =>
  /^\d+$/.test(code) && levels.some((level) => level === levelOf(code))

/** What a scope is of, where it is of this kind. */
function readAs(name: ScopeKind, scope: Scope): string | undefined {
  const kind = kindOf(name)
  const [before = '', after = ''] = kind.written.split('*')
  if (!scope.startsWith(before) || !scope.endsWith(after)) return undefined
  const of = scope.slice(before.length, scope.length - after.length)
  return (kind.levels ? isOfAreas(kind, of) : ID.test(of)) ? of : undefined
}

/** Undefined for a kind that this build does not know. */
export const scopeKind = (scope: Scope): ScopeKind | undefined =>
  SCOPE_KINDS.find((name) => readAs(name, scope) !== undefined)

/** Whether one person alone holds a scope. */
export const isPersonal = (scope: Scope): boolean =>
  SCOPE_KINDS.some((name) => kindOf(name).personal === true && readAs(name, scope) !== undefined)

/** Whose scope it is, where it is one person's own. */
export const personOf = (scope: Scope): string | undefined => readAs('user', scope)

/** The staff that something in an area concerns: in a grid the grid's and its community's, above a community none. */
export const staffScopesOf = (area: AreaCode): Scope[] =>
  upwards(area)
    .filter((code) => isOfAreas(KINDS.staff, code))
    .map(staffScope)

/** Whether a helper belongs to an area's pool: they help in it or somewhere below. */
export const inPool = (actor: Actor, pool: AreaCode) => helpsIn(actor).some((area) => contains(pool, area))

/** Every pool that `inPool` says yes to: a helper's own areas and those above, nearest first. */
function poolsOf(actor: Actor): AreaCode[] {
  return [...new Set(helpsIn(actor).flatMap(upwards))]
}

/**
 * What a phone holds, the most needed first.
 * @param actor undefined for a guest
 * @param watching the community that is being looked at, when it is not the home community
 */
export function scopesOf(actor: Actor | undefined, district: AreaCode, watching?: AreaCode): Scope[] {
  const own = actor ? SCOPE_KINDS.flatMap((kind) => kindOf(kind).heldBy(actor).map(scopeOf(kind))) : []
  const looked = watching ? [communityScope(watching)] : []
  return [...new Set([...own, ...looked, districtScope(district)])]
}
