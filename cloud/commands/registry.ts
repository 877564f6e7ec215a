import type { CommandName } from 'domain/commands'
import { saveArea } from '../area/saveArea'
import { saveCategory } from '../category/saveCategory'
import { saveDistrict } from '../district/saveDistrict'
import { saveResource } from '../listing/saveResource'
import { saveService } from '../listing/saveService'
import { moveNeed } from '../need/moveNeed'
import { placeNeed } from '../need/placeNeed'
import { saveOrg } from '../org/saveOrg'
import { savePerson } from '../person/savePerson'
import type { Handler } from './handles'

export const HANDLERS: { [N in CommandName]: Handler<N> } = {
  'need.place': placeNeed,
  'need.move': moveNeed,
  'service.save': saveService,
  'resource.save': saveResource,
  'area.save': saveArea,
  'org.save': saveOrg,
  'person.save': savePerson,
  'category.save': saveCategory,
  'district.save': saveDistrict,
}
