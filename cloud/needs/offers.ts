import { isHelper } from 'domain/actor'
import type { Offer } from 'domain/need'
import { Refused } from 'domain/refusal'
import type { Tx } from '../db/pool'
import { requireAreas } from '../people/areas'
import { requireOrgs } from '../people/orgs'
import { requirePeople } from '../people/people'

/**
 * Whether those who are offered a need exist and may help.
 * @throws Refused badTarget, unknownArea
 */
export async function checkOffer(tx: Tx, { areaCode, personIds, orgIds }: Offer) {
  const people = await requirePeople(tx, personIds)
  if (!people.every(isHelper)) throw new Refused('badTarget')
  await requireOrgs(tx, orgIds)
  await requireAreas(tx, [areaCode])
}
