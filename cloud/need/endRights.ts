import { canAnswer, isHelper, orgsOf } from 'domain/kernel/actor'
import { lapse } from 'domain/need/lapse'
import type { Person } from 'domain/person/person'
import type { Work } from '../commands/handles'
import { peopleOfOrgs } from '../person/people'
import { touchNeed } from './effects'
import { listHeldOrOffered, lockNeeds, saveNeed } from './needRepo'

const answeredFor = (person: Person) => (isHelper(person) ? orgsOf(person) : [])

/**
 * Hands back what somebody held by a right that has ended, in the transaction that ends it. Their row is locked; then
 * come orgs, then needs: whoever gives them something to hold or to answer takes locks in the same order.
 */
export async function endRights(work: Work, before: Person, person: Person) {
  const { tx, now, commandId } = work
  const left = answeredFor(before).filter((orgId) => !answeredFor(person).includes(orgId))
  const others = await peopleOfOrgs(tx, left)
  const emptyOrgs = left.filter((orgId) => !others.some((each) => canAnswer(each, orgId)))
  const ids = await listHeldOrOffered(tx, person.id, emptyOrgs)
  if (ids.length === 0) return
  for (const record of await lockNeeds(tx, ids)) {
    const step = lapse(record.need, { person, emptyOrgs }, { now, eventId: commandId })
    if (!step) continue
    await saveNeed(tx, record, step.need, step.event)
    touchNeed(work, record, step.need, step.event)
  }
}
