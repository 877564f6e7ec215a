import type { CategoryRow } from 'domain/category/categoryRow'
import { isDistrict } from 'domain/district/district'
import { keepsBelow } from 'domain/kernel/actor'
import { Refused } from 'domain/kernel/refusal'
import { isChangedMeanwhile } from 'domain/kernel/revision'
import { requireAreas } from '../area/areas'
import { handles } from '../commands/handles'
import { saved } from '../sync/changeSet'
import { lockCategory, saveCategoryRow } from './categoryRepo'

export const saveCategory = handles(
  'category.save',
  async ({ seen, ...said }, { tx, actor, commandId, touch }) => {
    const row: CategoryRow = { ...said, revision: commandId }
    const { districtCode, code } = row
    if (!keepsBelow(actor, districtCode)) throw new Refused('notAllowed')
    if (!isDistrict(districtCode)) throw new Refused('unknownArea')
    await requireAreas(tx, [districtCode])
    if (isChangedMeanwhile(await lockCategory(tx, districtCode, code), seen))
      throw new Refused('changedMeanwhile')
    await saveCategoryRow(tx, row)
    touch(saved('category', row))
  },
)
