import { type Actor, type Grant, keepsBelow } from '../kernel/actor'
import type { Org } from '../org/org'
import type { Person } from './person'

const keyOf = (grant: Grant) =>
  'area' in grant ? `${grant.role} ${grant.area}` : `${grant.role} ${grant.orgId}`

/** Grants that one has and the other has not. */
function changed(a: readonly Grant[], b: readonly Grant[]): Grant[] {
  const without = (list: readonly Grant[], other: readonly Grant[]) =>
    list.filter((grant) => !other.some((each) => keyOf(each) === keyOf(grant)))
  return [...without(a, b), ...without(b, a)]
}

/** What a change of a person gives or takes, and where they live. */
export interface RightsChange {
  homes: Person['homeGrid'][]
  areas: string[]
  /** The orgs for which they answer from now on, or no longer. */
  answered: string[]
  /** The orgs to which they belong from now on, or no longer. */
  joined: string[]
}

export function rightsChange(before: Person | undefined, after: Person): RightsChange {
  const grants = changed(after.grants, before?.grants ?? [])
  return {
    homes: [after.homeGrid, ...(before ? [before.homeGrid] : [])],
    areas: grants.flatMap((grant) => ('area' in grant ? [grant.area] : [])),
    answered: grants.flatMap((grant) => ('orgId' in grant ? [grant.orgId] : [])),
    joined: after.orgId === before?.orgId ? [] : [after.orgId, before?.orgId].flatMap((id) => id ?? []),
  }
}

/** Who keeps people may give and take rights below their own area, and nothing elsewhere. @param orgs those of the change */
export function mayChangeRights(
  actor: Actor,
  { homes, areas, answered }: RightsChange,
  orgs: readonly Org[],
): boolean {
  const answeredFor = orgs.filter(({ id }) => answered.includes(id)).flatMap(({ areaCodes }) => areaCodes)
  return [...homes, ...areas, ...answeredFor].every((area) => keepsBelow(actor, area))
}

/** Whether something changed that decides on their scopes or on what they may do. */
export const sameRights = (one: Actor, other: Actor | undefined) =>
  other !== undefined &&
  one.homeGrid === other.homeGrid &&
  one.orgId === other.orgId &&
  changed(one.grants, other.grants).length === 0
