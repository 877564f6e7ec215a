import { audienceOfListed } from 'domain/access'
import { dispatchesIn } from 'domain/actor'
import { findCategory } from 'domain/category'
import { Refused } from 'domain/refusal'
import type { Resource } from 'domain/resource'
import { isChangedMeanwhile } from 'domain/revision'
import { handles } from '../commands/handles'
import { requireAreas } from '../people/areas'
import { sameFor } from '../sync/touched'
import { lockResource, saveResourceRow } from './resourceRepo'

export const saveResource = handles(
  'resource.save',
  async ({ seen, ...said }, { tx, actor, commandId, touch }) => {
    if (!actor.system && !dispatchesIn(actor, said.communityCode)) throw new Refused('notAllowed')
    if (findCategory(said.categoryCode)?.kind !== 'resource') throw new Refused('unknownCategory')
    await requireAreas(tx, [said.communityCode])
    const before = await lockResource(tx, said.id)
    if (isChangedMeanwhile(before, seen)) throw new Refused('changedMeanwhile')
    const resource: Resource = { ...said, version: (before?.version ?? 0) + 1, revision: commandId }
    await saveResourceRow(tx, resource)
    touch({
      entity: 'resource',
      id: resource.id,
      before: before ? audienceOfListed(before) : [],
      after: sameFor(audienceOfListed(resource), resource),
    })
  },
)
