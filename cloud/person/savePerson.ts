import type { Actor } from 'domain/kernel/actor'
import { Refused } from 'domain/kernel/refusal'
import { isChangedMeanwhile } from 'domain/kernel/revision'
import type { Person } from 'domain/person/person'
import { mayChangeRights, rightsChange, sameRights } from 'domain/person/rights'
import { requireAreas } from '../area/areas'
import { handles } from '../commands/handles'
import { recordRights } from '../contact/audit'
import type { Tx } from '../db/pool'
import { endRights } from '../need/endRights'
import { requireOrgs } from '../org/orgs'
import { saved } from '../sync/changeSet'
import { lockPerson, savePersonRow } from './personRepo'

export const savePerson = handles('person.save', async ({ seen, ...said }, work) => {
  const { tx, actor, now, commandId, touch, rightsChanged } = work
  const person: Person = { ...said, revision: commandId }
  const before = await lockPerson(tx, person.id)
  await checkRight(tx, actor, person, before)
  if (isChangedMeanwhile(before, seen)) throw new Refused('changedMeanwhile')
  await savePersonRow(tx, person)
  touch(saved('person', person, before))
  if (!sameRights(person, before)) {
    if (before) await endRights(work, before, person)
    await recordRights(tx, person, actor, now)
    rightsChanged(person.id)
  }
})

async function checkRight(tx: Tx, actor: Actor, person: Person, before: Person | undefined) {
  const change = rightsChange(before, person)
  const orgs = await requireOrgs(tx, [...change.answered, ...change.joined])
  await requireAreas(tx, [person.homeGrid, ...change.areas])
  if (!mayChangeRights(actor, change, orgs)) throw new Refused('notAllowed')
}
