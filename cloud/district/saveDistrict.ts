import { type District, isDistrict } from 'domain/district/district'
import { keepsBelow } from 'domain/kernel/actor'
import { Refused } from 'domain/kernel/refusal'
import { isChangedMeanwhile } from 'domain/kernel/revision'
import { requireAreas } from '../area/areas'
import { handles } from '../commands/handles'
import { saved } from '../sync/changeSet'
import { lockDistrict, saveDistrictRow } from './districtRepo'

export const saveDistrict = handles(
  'district.save',
  async ({ seen, ...said }, { tx, actor, commandId, touch }) => {
    const row: District = { ...said, revision: commandId }
    if (!keepsBelow(actor, row.id)) throw new Refused('notAllowed')
    if (!isDistrict(row.id)) throw new Refused('unknownArea')
    await requireAreas(tx, [row.id])
    if (isChangedMeanwhile(await lockDistrict(tx, row.id), seen)) throw new Refused('changedMeanwhile')
    await saveDistrictRow(tx, row)
    touch(saved('district', row))
  },
)
