import { isHelper } from 'domain/kernel/actor'
import { Refused } from 'domain/kernel/refusal'
import type { Offer } from 'domain/need/need'
import { requireAreas } from '../area/areas'
import type { Tx } from '../db/pool'
import { requireOrgs } from '../org/orgs'
import { requirePeople } from '../person/people'

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
