import { helpsIn, isHelper } from '../kernel/actor'
import { contains } from '../kernel/area'
import type { Instant } from '../kernel/time'
import type { Org } from '../org/org'
import type { Person } from '../person/person'
import { type Candidate, candidatesFor, isAble } from './matching'
import type { Need } from './need'

/** A team or unit that a need can be offered to. `members`: of its people those who are known. */
export interface Team<O = Org> {
  org: O
  members: number
  /** Of these who can do it and has room. */
  able: number
}

export interface Candidates {
  /** Who suits best first. */
  people: Candidate[]
  /** Teams and units around, those with the most people who can do it first. */
  teams: Team[]
}

/** What is known of a need's community: on a phone what it holds, on the server what stands with the staff. */
export interface Around {
  people: readonly Person[]
  orgs: readonly Org[]
  /** How many tasks a person holds, as far as is known. */
  carrying: (personId: string) => number
}

const relates = (area: string, need: Need) =>
  contains(area, need.communityCode) || contains(need.communityCode, area)

/** Whom a need can be offered to by name, in an order that is the same wherever the same rows are known. */
export function candidatesOf(need: Need, { people, orgs, carrying }: Around, now: Instant): Candidates {
  const helpers = people.filter(isHelper)
  const ranked = candidatesFor(need, helpers, carrying, now)
  const able = new Set(ranked.flatMap(({ helper, match }) => (isAble(match) ? [helper.id] : [])))
  const teams = orgs
    .filter((org) => org.areaCodes.some((area) => relates(area, need)))
    .map((org) => teamOf(org, helpers, able))
    .sort(byAble)
  return {
    people: ranked.filter(({ helper }) => helpsIn(helper).some((area) => relates(area, need))),
    teams,
  }
}

function teamOf(org: Org, helpers: Person[], able: ReadonlySet<string>): Team {
  const members = helpers.filter((person) => person.orgId === org.id)
  return { org, members: members.length, able: members.filter(({ id }) => able.has(id)).length }
}

const byAble = (a: Team, b: Team) =>
  b.able - a.able ||
  Number(b.org.kind === 'team') - Number(a.org.kind === 'team') ||
  (a.org.id < b.org.id ? -1 : 1)
