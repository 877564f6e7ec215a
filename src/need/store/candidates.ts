import type { Instant } from 'domain/kernel/time'
import { type Candidates, candidatesOf } from 'domain/need/candidates'
import { activeAssignments, type Need } from 'domain/need/need'
import type { NeedView, Records } from '@/store/records'
import { useSelectedNow } from '@/store/selected'

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

/** Whom a need can be offered to by name, as far as this phone knows them. */
export const candidatesIn = (
  { people, orgs, needs }: Pick<Records, 'people' | 'orgs' | 'needs'>,
  need: Need,
  now: Instant,
): Candidates =>
  candidatesOf(
    need,
    { people: Object.values(people), orgs: Object.values(orgs), carrying: carriedIn(needs) },
    now,
  )

/** Computed for the needs that are drawn with their candidates, not for the whole queue. */
export const useCandidates = (need: Need): Candidates =>
  useSelectedNow(
    ({ people, orgs, needs }) => [people, orgs, needs],
    (records, now) => candidatesIn(records, need, now),
    `${need.id} ${need.version}`,
  )
