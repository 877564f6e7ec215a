import { CATEGORIES } from 'domain/category/category'
import type { AreaCode } from 'domain/kernel/area'
import type { Tx } from '../db/pool'
import { type RowChange, saved } from '../sync/changeSet'
import { addCategories } from './categoryRepo'

/** Gives a district the categories of this release that it does not have. @returns what its phones are told */
export async function seedCategories(tx: Tx, districtCode: AreaCode): Promise<RowChange[]> {
  const all = CATEGORIES.map((each) => ({ ...each, districtCode }))
  const added = new Set(await addCategories(tx, all))
  return all.filter(({ code }) => added.has(code)).map((row) => saved('category', row))
}
