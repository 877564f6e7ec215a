import { Refused } from 'domain/kernel/refusal'
import { searchedInListed } from 'domain/listing/listed'
import type { Service, Session } from 'domain/listing/service'
import { sql } from 'kysely'
import { rowJson, rowsJson, withoutNulls } from '../db/columns'
import { isUniqueViolation } from '../db/errors'
import type { Tx } from '../db/pool'
import { searchTextOf } from '../db/searched'

/**
 * A service with its sessions. Its row lock guards them all: whoever changes places taken holds it.
 * @returns undefined when there is none
 */
export async function lockServiceRow(tx: Tx, id: string): Promise<Service | undefined> {
  const service = await tx
    .selectFrom('services')
    .select(['communityCode', 'id', 'version', 'orgId', 'categoryCode', 'title'])
    .select(['description', 'scheduleText', 'listed', 'revision'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!service) return undefined
  // After the lock, in a statement of its own: it shall see what the holder before us wrote.
  const { rows } = await sql<{ orgName: string; sessions: Session[] }>`
    select orgs.name as org_name, coalesce((
      select json_agg(json_build_object('id', id, 'startsAt', iso(starts_at), 'endsAt', iso(ends_at),
        'capacity', capacity, 'reserved', reserved, 'booked', booked) order by starts_at, id)
      from sessions where community_code = ${service.communityCode} and service_id = ${id}
    ), '[]') as sessions
    from orgs where id = ${service.orgId}`.execute(tx)
  return {
    ...withoutNulls<typeof service & { revision?: string }>(service),
    orgName: rows[0]?.orgName ?? '',
    sessions: rows[0]?.sessions ?? [],
  }
}

/** @throws Refused idReused when another community has a service of this id */
export async function saveServiceRow(tx: Tx, { orgName: _, sessions, ...service }: Service) {
  const row = { ...service, searchText: searchTextOf(searchedInListed(service)) }
  try {
    await sql`insert into services select * from jsonb_populate_record(null::services, ${rowJson(row)}::jsonb)
      on conflict (community_code, id) do update set version = excluded.version, org_id = excluded.org_id,
        category_code = excluded.category_code, title = excluded.title, description = excluded.description,
        schedule_text = excluded.schedule_text, listed = excluded.listed,
        revision = excluded.revision, search_text = excluded.search_text`.execute(tx)
    await saveSessions(tx, service, sessions)
  } catch (error) {
    if (isUniqueViolation(error, 'services_id')) throw new Refused('idReused')
    throw error
  }
}

async function saveSessions(
  tx: Tx,
  { communityCode, id }: Pick<Service, 'communityCode' | 'id'>,
  sessions: Session[],
) {
  const rows = sessions.map((each) => ({ ...each, communityCode, serviceId: id }))
  await sql`with gone as (
      delete from sessions where community_code = ${communityCode} and service_id = ${id}
        and id <> all(${sessions.map((each) => each.id)}::uuid[])
    )
    insert into sessions select * from jsonb_populate_recordset(null::sessions, ${rowsJson(rows)}::jsonb)
    on conflict (community_code, id) do update set starts_at = excluded.starts_at, ends_at = excluded.ends_at,
      capacity = excluded.capacity, reserved = excluded.reserved
    where sessions.service_id = excluded.service_id`.execute(tx)
}

/** @param by 1 takes a place, -1 returns one; the service is locked */
export async function bookSeat(tx: Tx, service: Service, sessionId: string, by: 1 | -1) {
  await sql`with booking as (
      update sessions set booked = greatest(0, booked + ${by}::integer)
      where community_code = ${service.communityCode} and id = ${sessionId}
    )
    update services set version = version + 1
    where community_code = ${service.communityCode} and id = ${service.id}`.execute(tx)
}

export async function raiseServiceVersion(tx: Tx, { communityCode, id }: Service) {
  await sql`update services set version = version + 1 where community_code = ${communityCode} and id = ${id}`.execute(
    tx,
  )
}

export async function serviceIdsOf(tx: Tx, orgId: string): Promise<string[]> {
  const rows = await tx.selectFrom('services').select('id').where('orgId', '=', orgId).orderBy('id').execute()
  return rows.map((each) => each.id)
}
