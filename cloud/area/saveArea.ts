import type { Area } from 'domain/area/area'
import { keepsBelow } from 'domain/kernel/actor'
import { parentOf } from 'domain/kernel/area'
import { Refused } from 'domain/kernel/refusal'
import { isChangedMeanwhile } from 'domain/kernel/revision'
import { handles } from '../commands/handles'
import { saved } from '../sync/changeSet'
import { lockArea, saveAreaRow } from './areaRepo'
import { requireAreas } from './areas'

export const saveArea = handles('area.save', async ({ seen, ...said }, { tx, actor, commandId, touch }) => {
  const area: Area = { ...said, revision: commandId }
  if (!keepsBelow(actor, area.code)) throw new Refused('notAllowed')
  await requireAreas(tx, [parentOf(area.code)])
  if (isChangedMeanwhile(await lockArea(tx, area.code), seen)) throw new Refused('changedMeanwhile')
  await saveAreaRow(tx, area)
  touch(saved('area', area))
})
