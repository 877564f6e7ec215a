import { Refused } from 'domain/kernel/refusal'
import type { Scope } from 'domain/kernel/scope'
import { localDay } from 'domain/kernel/time'
import type { Need, NeedEvent } from 'domain/need/need'
import { TAKEN } from 'domain/need/relations'
import { ENDED_STATUSES, OPEN_STATUSES, RESPONSE_STATUSES, UNRATED } from 'domain/need/status'
import { type RawBuilder, sql } from 'kysely'
import { inListOfAreas } from '../area/areas'
import { literals, rowsJson, setFrom } from '../db/columns'
import { isUniqueViolation } from '../db/errors'
import { eventJson, eventsOf, isEventOf, keepingEvent } from '../db/events'
import { joined } from '../db/joined'
import type { Db, Tx } from '../db/pool'
import { together } from '../db/transact'
import { keepingAsks } from './askRepo'
import { NEED_COLUMNS, type NeedRecord, needJson, recordOf } from './needRows'

/** The assignments and events of a need `n`, as `domain/` has them. */
const parts = sql`
  coalesce((
    select json_agg(json_strip_nulls(json_build_object('slot', slot, 'personId', person_id,
      'personName', person_name, 'active', active, 'claimedAt', iso(claimed_at), 'startedAt', iso(started_at),
      'endedAt', iso(ended_at), 'outcome', outcome, 'servedMin', served_min)) order by position)
    from assignments a where a.community_code = n.community_code and a.need_id = n.id
  ), '[]') as assignments,
  ${eventsOf('need', 'n')} as events`

/**
 * Needs, locked in the order of their ids until the transaction ends. Those that do not exist are left out.
 * Two statements, sent together: the second sees what the holder of the lock before us wrote.
 */
export async function lockNeeds(tx: Tx, ids: string[]): Promise<NeedRecord[]> {
  const lock = sql`select 1 as one from needs where id = any(${ids}::uuid[]) order by id for update`
  const load = sql`select n.*, ${parts} from needs n where id = any(${ids}::uuid[])`
  const [, rows = []] = await together(tx, [lock, load])
  return rows.map((row) => recordOf(row as object))
}

export async function findNeed(tx: Tx, id: string): Promise<NeedRecord | undefined> {
  const { rows } = await sql<object>`select n.*, ${parts} from needs n where id = ${id}`.execute(tx)
  return rows[0] && recordOf(rows[0])
}

/**
 * A new need, its first event, and its number: `MMDD-NN` counts per community and local day.
 * @returns no number, and nothing is written, where its community or grid is in no list of areas
 * @throws Refused idReused when there is a need of this id
 */
export const insertNeed = joined(async (tx: Tx, all: { need: Need; event: NeedEvent }[]) => {
  const records = all.map(
    ({ need, event }) =>
      `{"day":"${localDay(need.placedAt)}","need":${needJson(need)},"event":${eventJson('need', need, event)}}`,
  )
  try {
    const { rows } = await sql<{ id: string; number: string }>`
      with asked as materialized (
        select community, day, need, event,
          row_number() over days as place, count(*) over (partition by community, day) as count
        from json_to_recordset(${`[${records.join()}]`}::json) as asked (day date, need json, event json),
          lateral (select need->>'community_code', need->>'grid_code') as n (community, grid)
        where ${inListOfAreas(sql`array[community, grid]`)}
        window days as (partition by community, day)
      ), counted as (
        insert into need_numbers as known (community_code, day, last)
        select distinct community, day, count from asked order by community, day
        on conflict (community_code, day) do update set last = known.last + excluded.last
        returning community_code as community, day, last
      ), told as (
        insert into events select r.* from asked, json_populate_record(null::events, event) r
      )
      insert into needs
      select r.* from asked join counted using (community, day),
        lateral (select (last - count + place)::text) as n (number),
        json_populate_record(null::needs, (left(need::text, -1) || ',"number":"' || to_char(day, 'MMDD-') ||
          lpad(number, greatest(2, length(number)), '0') || '"}')::json) r
      returning id, number`.execute(tx)
    const numbers = new Map(rows.map(({ id, number }) => [id, number]))
    return all.map(({ need }) => numbers.get(need.id))
  } catch (error) {
    const taken = ['needs_id', 'needs_pkey', 'events_pkey'].some((name) => isUniqueViolation(error, name))
    if (taken) throw new Refused('idReused')
    throw error
  }
})

/**
 * A locked need after a step, with the step's event.
 * @throws Refused alreadyTaken when another assignment has the slot: the lock forbids it, this index makes sure
 */
export async function saveNeed(tx: Tx, record: NeedRecord, after: Need, event: NeedEvent) {
  const before = record.need
  const { assignments, communityCode, id: needId } = after
  const rows = assignments.map((each, position) => ({ ...each, communityCode, needId, position }))
  const added = rows.slice(before.assignments.length)
  const changed = rows.filter(
    ({ position }) =>
      position < before.assignments.length && assignments[position] !== before.assignments[position],
  )
  try {
    await sql`
      with changed as (
        update assignments a set active = r.active, started_at = r.started_at, ended_at = r.ended_at,
          outcome = r.outcome, served_min = r.served_min
        from jsonb_populate_recordset(null::assignments, ${rowsJson(changed)}::jsonb) r
        where a.community_code = r.community_code and a.need_id = r.need_id and a.position = r.position
      ), added as (
        insert into assignments
        select * from jsonb_populate_recordset(null::assignments, ${rowsJson(added)}::jsonb)
      ), told as (
        ${keepingEvent(eventJson('need', after, event))}
      )${keepingAsks(record, after, event)}
      update needs n set ${setFrom(NEED_COLUMNS)}
      from jsonb_populate_record(null::needs, ${needJson(after)}::jsonb) r
      where n.community_code = r.community_code and n.id = r.id`.execute(tx)
  } catch (error) {
    if (isUniqueViolation(error, 'assignments_active_slot')) throw new Refused('alreadyTaken')
    throw error
  }
}

/** The need of somebody's own that went into `target`, directly or through others. */
export async function findMergedNeed(tx: Tx, target: Need, personId: string) {
  const { communityCode } = target
  const { rows } = await sql<{ id: string }>`
    with recursive merged as (
      select id, requester_id, placed_by_id from needs
      where community_code = ${communityCode} and merged_into_id = ${target.id}
      union
      select n.id, n.requester_id, n.placed_by_id from needs n join merged on n.merged_into_id = merged.id
      where n.community_code = ${communityCode}
    )
    select id from merged where requester_id = ${personId} or placed_by_id = ${personId}
    order by requester_id = ${personId} desc, id limit 1`.execute(tx)
  return rows[0] && { communityCode, id: rows[0].id }
}

/** Served needs whose days for a rating have passed. @param days by category, where a need has no terms of its own */
export async function listUnrated(tx: Tx, now: string, days: Record<string, number>, limit: number) {
  const { rows } = await sql<{ id: string }>`
    select id from needs left join json_each_text(${JSON.stringify(days)}::json) as due (code, days) on code = category_code
    where status in (${literals(UNRATED)})
      and served_at + make_interval(days => coalesce(terms->>'rateWithinDays', days)::integer) <= ${now}::timestamptz
    order by served_at limit ${limit}`.execute(tx)
  return rows.map((each) => each.id)
}

/** Needs that ended and have not changed since `before`, the longest first. */
export async function listEnded(db: Db, before: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from needs
    where status in (${literals(ENDED_STATUSES)}) and not archived and changed_at <= ${before}::timestamptz
    order by changed_at limit ${limit}`.execute(db)
  return rows.map((each) => each.id)
}

/** Who still finds a need among their tasks although another has ended theirs before `before`. */
export async function listFormer(db: Db, before: string, limit: number) {
  const { rows } = await sql<{ needId: string; personId: string }>`
    select distinct a.need_id, a.person_id from assignments a
    join feed f on f.scope = 'user:' || a.person_id and f.entity = 'need' and f.id = a.need_id::text
    where a.outcome in (${literals(TAKEN)}) and a.ended_at <= ${before}::timestamptz
      and f.row #>> '{mine,as}' like '%"former"%'
    order by a.need_id, a.person_id limit ${limit}`.execute(db)
  return rows
}

/** The rows of a need where they stand in feeds, in place: no number moves. */
export async function replaceRows(tx: Tx, id: string, rows: Map<Scope, string>) {
  await sql`
    update feed f set row = r.row::json from json_each_text(${JSON.stringify(Object.fromEntries(rows))}::json) r (scope, row)
    where f.scope = r.scope and f.entity = 'need' and f.id = ${id} and f.row is not null`.execute(tx)
}

export const archiveNeed = ({ communityCode, id }: Need): RawBuilder<unknown> =>
  sql`update needs set archived = true, public = false where community_code = ${communityCode} and id = ${id}`

/** Open needs that somebody holds or is invited to, or that one of the orgs was offered. */
export async function listHeldOrOffered(tx: Tx, personId: string, orgIds: string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from needs n
    where status in (${literals(OPEN_STATUSES)}) and (
      offer->'personIds' ? ${personId} or offer->'orgIds' ?| ${orgIds}::text[] or exists (
        select from assignments a where a.community_code = n.community_code and a.need_id = n.id
          and a.person_id = ${personId}::uuid and a.active))`.execute(tx)
  return rows.map((each) => each.id)
}

/** Of a row `n`: the session that was ordered is not held (`domain/need/reschedule.ts`). */
export const IS_CANCELLED = sql<boolean>`(n.session_id is not null and coalesce((
  select not e.said ? 'to' from events e
  where ${isEventOf('need', 'n')} and e.action = 'reschedule'
  order by e.version desc limit 1
), false))`

/** Open needs with a deadline that was missed and not told (`domain/need/late.ts`), one for each, the longest first. */
export async function listLate(db: Db, now: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select n.id from needs n cross join lateral (
      values ('respondBy', n.respond_by, n.status in (${literals(RESPONSE_STATUSES)})), ('finishBy', n.finish_by, true)
    ) as deadline (name, due, runs)
    where n.status in (${literals(OPEN_STATUSES)}) and runs and due < ${now}::timestamptz and not ${IS_CANCELLED}
      and not exists (
        select from events e where ${isEventOf('need', 'n')}
          and e.action = 'escalate' and e.said->>name = iso(due))
    order by due limit ${limit}`.execute(db)
  return rows.map((each) => each.id)
}
