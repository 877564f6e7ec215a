import { helpsIn, isHelper } from 'domain/kernel/actor'
import { contains } from 'domain/kernel/area'
import type { Instant } from 'domain/kernel/time'
import { type Candidate, candidatesFor, isAble } from 'domain/need/matching'
import { activeAssignments, type Need } from 'domain/need/need'
import type { Org } from 'domain/org/org'
import type { Person } from 'domain/person/person'
import type { NeedView, Records } from '@/store/records'
import { useSelectedNow } from '@/store/selected'

export interface Team {
  org: Org
  /** Of its people those whom this phone knows, and of these who can do it and has room. */
  members: number
  able: number
}

export interface Candidates {
  /** Who suits best first. */
  people: Candidate[]
  /** Teams and units around, those with the most people who can do it first. */
  teams: Team[]
}

const relates = (area: string, need: Need) =>
  contains(area, need.communityCode) || contains(need.communityCode, area)

/** Tasks in hand, by person; only needs that are known whole say who holds them. */
function carriedIn(needs: Records['needs']): (personId: string) => number {
  const carried = new Map<string, number>()
  for (const { need, whole } of Object.values(needs) as NeedView[]) {
    if (!whole) continue
    for (const { personId } of activeAssignments(need))
      carried.set(personId, (carried.get(personId) ?? 0) + 1)
  }
  return (personId) => carried.get(personId) ?? 0
}

function teamOf(org: Org, people: Person[], able: ReadonlySet<string>): Team {
  const members = people.filter((person) => person.orgId === org.id)
  return { org, members: members.length, able: members.filter(({ id }) => able.has(id)).length }
}

/** Whom a need can be offered to by name, as far as this phone knows them. */
export function candidatesOf(
  need: Need,
  { people, orgs, needs }: Pick<Records, 'people' | 'orgs' | 'needs'>,
  now: Instant,
): Candidates {
  const helpers = Object.values(people).filter(isHelper)
  const around = helpers.filter((person) => helpsIn(person).some((area) => relates(area, need)))
  const carrying = carriedIn(needs)
  const ranked = candidatesFor(need, around, carrying, now)
  const able = new Set(
    candidatesFor(need, helpers, carrying, now).flatMap(({ helper, match }) =>
      isAble(match) ? [helper.id] : [],
    ),
  )
  const teams = Object.values(orgs)
    .filter((org) => org.areaCodes.some((area) => relates(area, need)))
    .map((org) => teamOf(org, helpers, able))
    .sort((a, b) => b.able - a.able || Number(b.org.kind === 'team') - Number(a.org.kind === 'team'))
  return { people: ranked, teams }
}

/** Computed for the needs that are drawn with their candidates, not for the whole queue. */
export const useCandidates = (need: Need): Candidates =>
  useSelectedNow(
    ({ people, orgs, needs }) => [people, orgs, needs],
    (records, now) => candidatesOf(need, records, now),
    `${need.id} ${need.version}`,
  )
