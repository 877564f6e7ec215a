import { keepsLists } from 'domain/kernel/actor'
import { Refused } from 'domain/kernel/refusal'
import { isChangedMeanwhile } from 'domain/kernel/revision'
import type { Resource } from 'domain/listing/resource'
import { requireAreas } from '../area/areas'
import { handles } from '../commands/handles'
import { saved } from '../sync/changeSet'
import { lockResource, saveResourceRow } from './resourceRepo'

export const saveResource = handles(
  'resource.save',
  async ({ seen, ...said }, { tx, catalogues, actor, commandId, touch }) => {
    if (!keepsLists(actor, said.communityCode)) throw new Refused('notAllowed')
    const category = await catalogues.find(tx, said.communityCode, said.categoryCode)
    if (category?.kind !== 'resource') throw new Refused('unknownCategory')
    await requireAreas(tx, [said.communityCode])
    const before = await lockResource(tx, said.id)
    if (isChangedMeanwhile(before, seen)) throw new Refused('changedMeanwhile')
    const resource: Resource = { ...said, version: (before?.version ?? 0) + 1, revision: commandId }
    await saveResourceRow(tx, resource)
    touch(saved('resource', resource, before))
  },
)
