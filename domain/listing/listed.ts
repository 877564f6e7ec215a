import { findCategory } from '../category/category'
import type { AreaCode } from '../kernel/area'
import { communityScope, type Scope, staffScope } from '../kernel/scope'
import type { Resource } from './resource'
import type { Service } from './service'

/** Services and resources: everybody's while they are listed, the staff's when taken off. */
export const audienceOfListed = (item: { communityCode: AreaCode; listed: boolean }): Scope[] => [
  item.listed ? communityScope(item.communityCode) : staffScope(item.communityCode),
]

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
