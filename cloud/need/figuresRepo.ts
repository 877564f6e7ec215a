import type { Figures } from 'domain/api'
import { CATEGORIES } from 'domain/category/category'
import { type AreaCode, atLevel, levelOf } from 'domain/kernel/area'
import type { Instant } from 'domain/kernel/time'
import { type NeedStatus, OFFERED, RESPONSE_STATUSES, UNDISPATCHED } from 'domain/need/status'
import { sql } from 'kysely'
import { literals } from '../db/columns'
import { isEventOf } from '../db/events'
import { type Db, PLANNED_EACH_TIME } from '../db/pool'
import { IS_CANCELLED } from './needRepo'
import { inGrid } from './pageRepo'

const RESPOND_WITHIN = JSON.stringify(
  Object.fromEntries(CATEGORIES.map(({ code, respondWithinMin }) => [code, respondWithinMin])),
)

/** As a span of codes, so that the index of communities serves a town too. */
function inside(area: AreaCode) {
  const code = atLevel(area, 'community') ?? area
  return sql`(n.community_code between ${sql.lit(code.padEnd(12, '0'))} and ${sql.lit(code.padEnd(12, '9'))}${inGrid(area)})`
}

/**
 * Counts what `listStaffNeeds` would list, by community, and of who sees grids alone by grid. When a promise is late and how much of it is left is the
 * rule of `domain/need/deadline.ts`; a test holds the two together.
 * @param statuses that are open
 */
export async function countStaffNeeds(
  db: Db,
  areas: AreaCode[],
  statuses: readonly NeedStatus[],
  now: Instant,
): Promise<Figures[]> {
  const wide = areas.filter((area) => levelOf(area) !== 'grid')
  const inWide = sql.join([sql`false`, ...wide.map(inside)], sql` or `)
  const { rows } = await sql<Figures>`${sql.raw(PLANNED_EACH_TIME)}
    select area, count(*)::integer as open,
      (count(*) filter (where status in (${literals(UNDISPATCHED)})))::integer as placed,
      (count(*) filter (where until >= ${now}::timestamptz
        and until - ${now}::timestamptz <= (until - since) / 5))::integer as soon,
      (count(*) filter (where until < ${now}::timestamptz))::integer as late,
      (count(*) filter (where reopened > 0))::integer as redo
    from (
      select case when ${inWide} then n.community_code else n.grid_code end as area, n.status, n.reopened,
        case when ${IS_CANCELLED} then null
          when n.status in (${literals(RESPONSE_STATUSES)}) then n.respond_by else n.finish_by end as until,
        case when n.status in (${literals(OFFERED)}) and n.dispatched_at is not null and
            n.respond_by - first.at > coalesce(
              make_interval(mins => (n.terms->>'respondWithinMin')::integer), promise.within)
          then n.dispatched_at else first.at end as since
      from needs n left join (
        select key as category_code, make_interval(mins => value::integer) as within
        from json_each_text(${RESPOND_WITHIN}::json)
      ) promise using (category_code) cross join lateral (
        select case when n.reopened = 0 then n.placed_at else coalesce((
          select e.at from events e
          where ${isEventOf('need', 'n')} and e.action = 'reopen'
          order by e.version desc limit 1
        ), n.placed_at) end as at
      ) first
      where n.status = any(${statuses}::text[]) and not n.archived
        and (${sql.join(areas.map(inside), sql` or `)})
    ) promised
    group by area order by area`.execute(db)
  return rows
}
