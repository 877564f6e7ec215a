import { type Category, findCategory } from 'domain/category/category'
import type { AreaCode } from 'domain/kernel/area'
import { districtScope, type Scope, scopeKind } from 'domain/kernel/scope'
import type { Tx } from '../db/pool'
import { listCategories } from './categoryRepo'

/** The categories of every district, kept in memory until one of their scopes moves. */
export interface Catalogues {
  /** As its district has it; what it does not have, as this release does. No round trip while nothing has moved. */
  find: (tx: Tx, area: AreaCode, code: string) => Promise<Category | undefined>
  /** After a commit, here or on another server: what is kept may be old. */
  moved: (scopes: readonly Scope[] | 'any') => void
}

const keyOf = (area: AreaCode, code: string) => `${districtScope(area)} ${code}`

export function openCatalogues(): Catalogues {
  let known: Promise<Map<string, Category>> | undefined

  async function load(tx: Tx) {
    const rows = await listCategories(tx)
    return new Map<string, Category>(
      rows.map(({ districtCode, revision: _, ...category }) => [
        keyOf(districtCode, category.code),
        category,
      ]),
    )
  }

  return {
    async find(tx, area, code) {
      const loading = known ?? load(tx)
      known = loading
      try {
        return (await loading).get(keyOf(area, code)) ?? findCategory(code)
      } catch (error) {
        if (known === loading) known = undefined
        throw error
      }
    },
    moved(scopes) {
      if (scopes === 'any' || scopes.some((scope) => scopeKind(scope) === 'district')) known = undefined
    },
  }
}
