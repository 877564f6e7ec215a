import type { AreaCode } from 'domain/area'
import type { NeedKind } from 'domain/category'
import type { NeedStatus } from 'domain/need'
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../db/pool'

export interface NeedFilter {
  statuses?: NeedStatus[] | undefined
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

const escaped = (text: string) => text.replace(/[\\%_]/g, (sign) => `\\${sign}`)

/** A community, or everything below a longer area: codes are a prefix tree of digits, and `:` follows 9. */
const within = (area: AreaCode): RawBuilder<unknown> =>
  area.length === 12
    ? sql`n.community_code = ${area}`
    : sql`(n.community_code >= ${area} and n.community_code < ${`${area}:`})`

function conditions({ statuses, kind, category, grid, q }: NeedFilter): RawBuilder<unknown>[] {
  const like = q && `%${escaped(q)}%`
  const [status, ...more] = statuses ?? []
  return [
    ...(status && more.length === 0 ? [sql`n.status = ${status}`] : []),
    ...(more.length > 0 ? [sql`n.status = any(${statuses}::text[])`] : []),
    ...(kind ? [sql`n.kind = ${kind}`] : []),
    ...(category ? [sql`n.category_code = ${category}`] : []),
    ...(grid ? [sql`n.grid_code = ${grid}`] : []),
    // Only what the audience reads is searched.
    ...(like
      ? [
          sql`(coalesce(f.row #>> '{summary,text}', f.row #>> '{full,title}') ilike ${like} or n.number = ${q})`,
        ]
      : []),
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
  const { rows } = await sql<PageRow>`
    select n.placed_at as at, n.id, f.row::text as row
    from needs n join feed f on f.scope = n.community_code and f.entity = 'need' and f.id = n.id::text
    where f.row is not null and ${all([within(area), ...key, ...conditions(filter)])}
    order by n.placed_at desc, n.id desc limit ${sql.lit(limit)}`.execute(db)
  return rows
}

/** What staff work on below their areas, by deadline: the rows of the communities' staff scopes. */
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
  const { rows } = await sql<PageRow>`
    select page.* from unnest(${statuses}::text[]) as asked (status) cross join lateral (
      select n.finish_by as at, n.id, f.row::text as row
      from needs n join feed f on f.scope = n.community_code || ':staff' and f.entity = 'need' and f.id = n.id::text
      where n.status = asked.status and f.row is not null and ${all([inside, ...key, ...conditions(filter)])}
      order by n.finish_by, n.id limit ${sql.lit(limit)}
    ) page
    order by at, id limit ${sql.lit(limit)}`.execute(db)
  return rows
}
