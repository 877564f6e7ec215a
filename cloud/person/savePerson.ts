import { type Actor, type Grant, keepsBelow } from 'domain/kernel/actor'
import { Refused } from 'domain/kernel/refusal'
import { isChangedMeanwhile } from 'domain/kernel/revision'
import { audienceOfPerson, type Person } from 'domain/person/person'
import { requireAreas } from '../area/areas'
import { handles } from '../commands/handles'
import { recordRights } from '../contact/audit'
import type { Tx } from '../db/pool'
import { endRights } from '../need/endRights'
import { requireOrgs } from '../org/orgs'
import { sameFor } from '../sync/touched'
import { lockPerson, savePersonRow } from './personRepo'

export const savePerson = handles('person.save', async ({ seen, ...said }, work) => {
  const { tx, actor, now, commandId, touch, rightsChanged } = work
  const person: Person = { ...said, revision: commandId }
  const before = await lockPerson(tx, person.id)
  await checkRight(tx, actor, person, before)
  if (isChangedMeanwhile(before, seen)) throw new Refused('changedMeanwhile')
  await savePersonRow(tx, person)
  touch({
    entity: 'person',
    id: person.id,
    before: before ? audienceOfPerson(before) : [],
    after: sameFor(audienceOfPerson(person), person),
  })
  if (!sameRights(person, before)) {
    if (before) await endRights(work, before, person)
    await recordRights(tx, person, actor, now)
    rightsChanged(person.id)
  }
})

/** Whether something changed that decides on their scopes or on what they may do. */
const sameRights = (one: Actor, other: Actor | undefined) =>
  other !== undefined &&
  one.homeGrid === other.homeGrid &&
  one.orgId === other.orgId &&
  symmetricDifference(one.grants, other.grants).length === 0

/** Who keeps people may give and take rights below their own area, and nothing elsewhere. */
async function checkRight(tx: Tx, actor: Actor, person: Person, before: Person | undefined) {
  const changed = symmetricDifference(person.grants, before?.grants ?? [])
  const areas = changed.flatMap((grant) => ('area' in grant ? [grant.area] : []))
  const answered = changed.flatMap((grant) => ('orgId' in grant ? [grant.orgId] : []))
  const orgIds = person.orgId === before?.orgId ? [] : [person.orgId, before?.orgId].flatMap((id) => id ?? [])
  const orgs = await requireOrgs(tx, [...answered, ...orgIds])
  await requireAreas(tx, [person.homeGrid, ...areas])

  const homes = [person.homeGrid, ...(before ? [before.homeGrid] : [])]
  const kept = [...homes, ...areas].every((area) => keepsBelow(actor, area))
  const orgsKept = orgs
    .filter((org) => answered.includes(org.id))
    .every((org) => org.areaCodes.every((area) => keepsBelow(actor, area)))
  if (!kept || !orgsKept) throw new Refused('notAllowed')
}

function symmetricDifference(a: Grant[], b: Grant[]): Grant[] {
  const key = (grant: Grant) =>
    'area' in grant ? `${grant.role} ${grant.area}` : `${grant.role} ${grant.orgId}`
  const without = (list: Grant[], other: Grant[]) =>
    list.filter((grant) => !other.some((each) => key(each) === key(grant)))
  return [...without(a, b), ...without(b, a)]
}
