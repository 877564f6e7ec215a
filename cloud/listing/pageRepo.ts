import type { AreaCode } from 'domain/kernel/area'
import { sql } from 'kysely'
import { type Db, PLANNED_EACH_TIME } from '../db/pool'
import { holding } from '../db/searched'

export interface ListFilter {
  category?: string | undefined
  q?: string | undefined
}

/** Listed services or resources, newest first: the very rows of the communities' public scopes. */
export async function listListed(
  db: Db,
  list: 'services' | 'resources',
  area: AreaCode,
  { category, q }: ListFilter,
  after: string | undefined,
  limit: number,
): Promise<{ id: string; row: string }[]> {
  const entity = list === 'services' ? 'service' : 'resource'
  const { rows } = await sql<{ id: string; row: string }>`${sql.raw(PLANNED_EACH_TIME)}
    select i.id, f.row::text as row
    from ${sql.table(list)} i join feed f on f.scope = i.community_code and f.entity = ${entity} and f.id = i.id::text
    where i.listed and f.row is not null
      and starts_with(i.community_code, ${sql.lit(area)})
      ${category ? sql`and i.category_code = ${category}` : sql``}
      and ${sql.join([sql`true`, ...holding(q, [sql`i.search_text`])], sql` and `)}
      ${after ? sql`and i.id < ${after}::uuid` : sql``}
    order by i.id desc limit ${sql.lit(limit)}`.execute(db)
  return rows
}
