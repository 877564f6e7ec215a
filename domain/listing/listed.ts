import { findCategory } from '../category/category'
import { communityScope, type Scope, staffScope } from '../kernel/scope'
import { shared } from '../kernel/thing'
import { type Resource, resource } from './resource'
import { type Service, service } from './service'

/** Services and resources: everybody's while they are listed, the staff's when taken off. */
const audience = (item: Service | Resource): Scope[] => [
  item.listed ? communityScope(item.communityCode) : staffScope(item.communityCode),
]

export const serviceThing = shared(service, audience, 'id')
export const resourceThing = shared(resource, audience, 'id')

/** What anybody finds a listed service or resource by. */
export const searchedInListed = ({
  title,
  description,
  categoryCode,
}: Pick<Service | Resource, 'title' | 'description' | 'categoryCode'>) => [
  title,
  description,
  findCategory(categoryCode)?.name,
]
