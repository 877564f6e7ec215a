import type { NeedKind } from 'domain/category/category'
import { type AreaCode, atLevel, levelOf } from 'domain/kernel/area'
import type { NeedStatus } from 'domain/need/status'
import { type RawBuilder, sql } from 'kysely'
import { type Db, PLANNED_EACH_TIME } from '../db/pool'
import { holding } from '../db/searched'
import { PAGE_MAX, PAGE_USUAL } from '../kernel/paging'

export interface NeedFilter {
  statuses?: readonly NeedStatus[] | undefined
  kind?: NeedKind | undefined
  category?: string | undefined
  grid?: AreaCode | undefined
  q?: string | undefined
}

/** Keyset: the row after which the page begins. */
export interface After {
  at: string
  id: string
}

interface PageRow extends After {
  row: string
}

const within = (area: AreaCode): RawBuilder<unknown> => {
  const community = atLevel(area, 'community')
  if (!community) return sql`starts_with(n.community_code, ${sql.lit(area)})`
  return sql`(n.community_code = ${community}${inGrid(area)})`
}

/** Besides the community of `area`: its grid, where it is one. */
export const inGrid = (area: AreaCode): RawBuilder<unknown> =>
  levelOf(area) === 'grid' ? sql` and n.grid_code = ${area}` : sql``

/**
 * A community has its own index; how much of everything a wider area holds decides the plan. Of searches and of odd
 * page sizes there is no end: connections that kept each would soon keep nothing but what a stranger made up.
 */
function planned(areas: AreaCode[], q: string | undefined, limit: number) {
  const usual = !q?.trim() && [PAGE_USUAL, PAGE_MAX].includes(limit - 1)
  return sql.raw(usual && areas.length === 1 && areas[0]?.length === 12 ? '' : PLANNED_EACH_TIME)
}

const NUMBER = sql`replace(n.number, '-', '')`
const READ_BY_ALL = [sql`n.search_text`, NUMBER]
const READ_BY_STAFF = [...READ_BY_ALL, sql`n.staff_search_text`]

/** @param searched of what this audience reads */
function conditions(
  { statuses, kind, category, grid, q }: NeedFilter,
  searched: RawBuilder<unknown>[],
): RawBuilder<unknown>[] {
  const [status, ...more] = statuses ?? []
  return [
    ...(status && more.length === 0 ? [sql`n.status = ${status}`] : []),
    ...(more.length > 0 ? [sql`n.status = any(${statuses}::text[])`] : []),
    ...(kind ? [sql`n.kind = ${kind}`] : []),
    ...(category ? [sql`n.category_code = ${category}`] : []),
    ...(grid ? [sql`n.grid_code = ${grid}`] : []),
    ...holding(q, searched),
  ]
}

const all = (list: RawBuilder<unknown>[]) => sql.join([sql`true`, ...list], sql` and `)

/** What any visitor may see, newest first: the very rows of the communities' public scopes. */
export async function listPublicNeeds(
  db: Db,
  area: AreaCode,
  filter: NeedFilter,
  after: After | undefined,
  limit: number,
): Promise<PageRow[]> {
  const key = after ? [sql`(n.placed_at, n.id) < (${after.at}::timestamptz, ${after.id}::uuid)`] : []
  const { rows } = await sql<PageRow>`${planned([area], filter.q, limit)}
    select page.at, page.id, f.row::text as row from (
      select n.placed_at as at, n.id, n.community_code from needs n
      where n.public and ${all([within(area), ...key, ...conditions(filter, READ_BY_ALL)])}
      order by n.placed_at desc, n.id desc limit ${sql.lit(limit)}
    ) page join feed f on f.scope = page.community_code and f.entity = 'need' and f.id = page.id::text
    order by page.at desc, page.id desc`.execute(db)
  return rows
}

/** What staff work on below their areas, by deadline: the rows of the communities' staff scopes, which those of their grids repeat. */
export async function listStaffNeeds(
  db: Db,
  areas: AreaCode[],
  { statuses = [], ...filter }: NeedFilter,
  after: After | undefined,
  limit: number,
): Promise<PageRow[]> {
  const key = after ? [sql`(n.finish_by, n.id) > (${after.at}::timestamptz, ${after.id}::uuid)`] : []
  const inside = sql`(${sql.join(areas.map(within), sql` or `)})`
  // Status by status, each along its index, so that what is long closed is never read.
  const { rows } = await sql<PageRow>`${planned(areas, filter.q, limit)}
    select page.at, page.id, f.row::text as row from (
      select due.* from unnest(${statuses}::text[]) as asked (status) cross join lateral (
        select n.finish_by as at, n.id, n.community_code from needs n
        where n.status = asked.status and not n.archived and ${all([inside, ...key, ...conditions(filter, READ_BY_STAFF)])}
        order by n.finish_by, n.id limit ${sql.lit(limit)}
      ) due
      order by at, id limit ${sql.lit(limit)}
    ) page join feed f on f.scope = page.community_code || ':staff' and f.entity = 'need' and f.id = page.id::text
    order by page.at, page.id`.execute(db)
  return rows
}
