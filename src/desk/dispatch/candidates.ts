import type { Person } from 'domain/actor'
import { helpsIn, isHelper } from 'domain/actor'
import { contains } from 'domain/area'
import { categoryOf, skillName } from 'domain/category'
import { activeAssignments, type Need } from 'domain/need'
import type { Org } from 'domain/org'
import type { NeedView, Records } from '@/store/records'
import { useSelected } from '@/store/selected'
import { areaText } from '@/view/areaNames'
import { skillsText } from '@/view/person'

export interface Candidate {
  person: Person
  /** How many tasks they hold now, as far as this phone can see. */
  holding: number
  fits: boolean
}

/** Tasks in hand, by person; only needs that are known whole say who holds them. */
function holdings(needs: Records['needs']): Map<string, number> {
  const held = new Map<string, number>()
  for (const { need, whole } of Object.values(needs) as NeedView[]) {
    if (!whole) continue
    for (const { personId } of activeAssignments(need)) held.set(personId, (held.get(personId) ?? 0) + 1)
  }
  return held
}

/** The helpers of the need's community: who can do what it takes first, then who has least in hand. */
export function candidatesFor(need: Need, { people, needs }: Pick<Records, 'people' | 'needs'>): Candidate[] {
  const held = holdings(needs)
  const { skills } = categoryOf(need.categoryCode)
  return Object.values(people)
    .filter((person) => isHelper(person) && person.id !== need.requesterId)
    .filter((person) =>
      helpsIn(person).some(
        (area) => contains(area, need.communityCode) || contains(need.communityCode, area),
      ),
    )
    .map((person) => ({
      person,
      holding: held.get(person.id) ?? 0,
      fits: person.skills.some((skill) => skills.includes(skill)),
    }))
    .sort((a, b) => Number(b.fits) - Number(a.fits) || a.holding - b.holding)
}

export const useCandidates = (need: Need): Candidate[] =>
  useSelected(
    ({ people, needs }) => [people, needs],
    (records) => candidatesFor(need, records),
    need.id,
  )

/** 电工、家电维修 · 湖滨路片 · 手上 1 单 */
export function candidateNote({ person, holding }: Candidate, areas: Records['areas']): string {
  const busy = holding >= person.capacity ? `手上 ${holding} 单，已到上限` : `手上 ${holding} 单`
  return [skillsText(person), areaText(areas, person.homeGrid), holding === 0 ? '手上没有单' : busy]
    .filter(Boolean)
    .join(' · ')
}

export const matches = ({ person }: Candidate, q: string) =>
  !q || person.displayName.includes(q) || person.skills.some((skill) => skillName(skill).includes(q))

/** Teams and units that support the need's community or a grid of it. */
export const supports = (org: Org, need: Need) =>
  org.areaCodes.some((area) => contains(area, need.communityCode) || contains(need.communityCode, area))
