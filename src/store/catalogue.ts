import {
  type Catalogue,
  type Category,
  catalogueWith,
  SKILLS,
  type Terms,
  catchAllOf as theCatchAll,
  categoriesOf as theCategories,
  categoryOf as theCategory,
  skillNamesOf as theSkillNames,
} from 'domain/category/category'
import { BRAND } from '@/brand'
import { type Records, useRecords } from './records'

// Categories, skills and brand as the district has them; until its rows have come, and where it has none, as the file
// has them.

let made: { rows: Records['categories']; catalogue: Catalogue } | undefined

/** The same object until a row changes. */
function catalogueOf(rows: Records['categories']): Catalogue {
  if (made?.rows !== rows) made = { rows, catalogue: catalogueWith(rows) }
  return made.catalogue
}
const catalogue = () => catalogueOf(useRecords.getState().categories)

/** Draws again when a category changes. */
export const useCatalogue = (): Catalogue => useRecords(({ categories }) => catalogueOf(categories))

export const findCategory = (code: string): Category | undefined => catalogue().get(code)
export const categoryOf = (code: string): Category => theCategory(code, catalogue())
export const categoriesOf = (kind: Category['kind']): Category[] => theCategories(kind, catalogue())
export const catchAllOf = (kind: Category['kind']): Category | undefined => theCatchAll(kind, catalogue())

/** How the category of a need is drawn: one that this phone does not know, by what the need brings along. */
export const categoryOfNeed = (need: { categoryCode: string; terms?: Terms | undefined }): Category =>
  findCategory(need.categoryCode) ?? { ...categoryOf(need.categoryCode), ...need.terms }

const districtIn = ({ districts }: Records) => districts[BRAND.districtCode]

export const skillNamesOf = (codes: readonly string[]): string[] =>
  theSkillNames(codes, districtIn(useRecords.getState())?.skills ?? SKILLS)

export const useBrandName = (): string => useRecords((records) => districtIn(records)?.name ?? BRAND.name)
