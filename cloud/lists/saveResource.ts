import { audienceOfListed } from 'domain/access'
import { dispatchesIn } from 'domain/actor'
import { findCategory } from 'domain/category'
import { Refused } from 'domain/refusal'
import type { Resource } from 'domain/resource'
import { handles } from '../commands/handles'
import { requireAreas } from '../people/areas'
import { sameFor } from '../sync/touched'
import { lockResource, saveResourceRow } from './resourceRepo'

export const saveResource = handles('resource.save', async (args, { tx, actor, touch }) => {
  if (!actor.system && !dispatchesIn(actor, args.communityCode)) throw new Refused('notAllowed')
  if (findCategory(args.categoryCode)?.kind !== 'resource') throw new Refused('unknownCategory')
  await requireAreas(tx, [args.communityCode])
  const before = await lockResource(tx, args.id)
  const resource: Resource = { ...args, version: (before?.version ?? 0) + 1 }
  await saveResourceRow(tx, resource)
  touch({
    entity: 'resource',
    id: resource.id,
    before: before ? audienceOfListed(before) : [],
    after: sameFor(audienceOfListed(resource), resource),
  })
})
