import type { CommandName } from 'domain/commands'
import { saveResource } from '../lists/saveResource'
import { saveService } from '../lists/saveService'
import { moveNeed } from '../needs/moveNeed'
import { placeNeed } from '../needs/placeNeed'
import { saveArea } from '../people/saveArea'
import { saveOrg } from '../people/saveOrg'
import { savePerson } from '../people/savePerson'
import type { Handler } from './handles'

export const HANDLERS: { [N in CommandName]: Handler<N> } = {
  'need.place': placeNeed,
  'need.move': moveNeed,
  'service.save': saveService,
  'resource.save': saveResource,
  'area.save': saveArea,
  'org.save': saveOrg,
  'person.save': savePerson,
}
