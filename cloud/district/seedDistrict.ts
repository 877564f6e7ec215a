import { SKILLS } from 'domain/category/category'
import brand from 'domain/district/brand.json'
import type { AreaCode } from 'domain/kernel/area'
import { seedCategories } from '../category/seedCategories'
import type { Db, Tx } from '../db/pool'
import { transact } from '../db/transact'
import { newChangeSet, saved } from '../sync/changeSet'
import { publish } from '../sync/publish'
import { addDistrict } from './districtRepo'

/**
 * Gives a district what this release knows and it does not have yet, once: categories, skills, brand. What it has
 * stays as it is.
 */
export const seedDistrict = (db: Db, code: AreaCode): Promise<void> => transact(db, (tx) => seed(tx, code))

async function seed(tx: Tx, districtCode: AreaCode) {
  const changeSet = newChangeSet()
  for (const each of await seedCategories(tx, districtCode)) changeSet.add(each)
  const district = { id: districtCode, name: brand.name, skills: [...SKILLS], holidays: [] }
  if (await addDistrict(tx, district)) changeSet.add(saved('district', district))
  await publish(tx, changeSet)
}
