import { audienceOfArea, keepsBelow } from 'domain/access'
import { parentOf } from 'domain/area'
import { Refused } from 'domain/refusal'
import { handles } from '../commands/handles'
import { sameFor } from '../sync/touched'
import { saveAreaRow } from './areaRepo'
import { requireAreas } from './areas'

export const saveArea = handles('area.save', async (area, { tx, actor, touch }) => {
  if (!keepsBelow(actor, area.code)) throw new Refused('notAllowed')
  await requireAreas(tx, [parentOf(area.code)])
  await saveAreaRow(tx, area)
  touch({ entity: 'area', id: area.code, before: [], after: sameFor(audienceOfArea(area.code), area) })
})
