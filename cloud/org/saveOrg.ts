import { keepsBelow } from 'domain/kernel/actor'
import { Refused } from 'domain/kernel/refusal'
import { isChangedMeanwhile } from 'domain/kernel/revision'
import type { Org } from 'domain/org/org'
import { requireAreas } from '../area/areas'
import { handles } from '../commands/handles'
import { touchServicesOf } from '../listing/services'
import { saved } from '../sync/changeSet'
import { lockOrg, saveOrgRow } from './orgRepo'

export const saveOrg = handles('org.save', async ({ seen, ...said }, work) => {
  const { tx, actor, commandId, touch } = work
  const org: Org = { ...said, revision: commandId }
  const before = await lockOrg(tx, org.id)
  const areas = [...org.areaCodes, ...(before?.areaCodes ?? [])]
  if (!areas.every((area) => keepsBelow(actor, area))) throw new Refused('notAllowed')
  if (isChangedMeanwhile(before, seen)) throw new Refused('changedMeanwhile')
  await requireAreas(tx, org.areaCodes)
  await saveOrgRow(tx, org)
  touch(saved('org', org, before))
  if (before && before.name !== org.name) await touchServicesOf(work, org.id)
})
