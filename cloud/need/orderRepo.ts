import type { Need } from 'domain/need/need'
import { OPEN_STATUSES, OTHERWISE_ENDED } from 'domain/need/status'
import { sql } from 'kysely'
import { literals } from '../db/columns'
import type { Tx } from '../db/pool'

/**
 * Whether somebody has a place in the session that a need orders; the service is locked. Orders that are older than
 * `booked_for` are known by their requester, where they are for themselves.
 */
export async function isBooked(tx: Tx, need: Need, bookedFor: Buffer): Promise<boolean> {
  const own = need.placedFor && need.requesterId === need.placedById ? null : need.requesterId
  const { rows } = await sql`
    select 1 from needs where session_id = ${need.sessionId} and status not in (${literals(OTHERWISE_ENDED)})
      and (booked_for = ${bookedFor} or booked_for is null and requester_id = ${own}::uuid
        and (placed_for is null or requester_id <> placed_by_id))
    limit 1`.execute(tx)
  return rows.length > 0
}

export async function keepBookedFor(tx: Tx, { communityCode, id }: Need, bookedFor: Buffer) {
  await sql`update needs set booked_for = ${bookedFor} where community_code = ${communityCode} and id = ${id}`.execute(
    tx,
  )
}

/** The orders under way of some sessions, in order of their ids. */
export async function listOrders(tx: Tx, sessionIds: string[]): Promise<string[]> {
  if (sessionIds.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    select id from needs where session_id = any(${sessionIds}::uuid[]) and status in (${literals(OPEN_STATUSES)}) order by id`.execute(
    tx,
  )
  return rows.map((each) => each.id)
}

/** By session: how many orders have a place in it. */
export async function countOrders(tx: Tx, sessionIds: string[]): Promise<Map<string, number>> {
  if (sessionIds.length === 0) return new Map()
  const { rows } = await sql<{ sessionId: string; orders: number }>`
    select session_id, count(*)::integer as orders from needs
    where session_id = any(${sessionIds}::uuid[]) and status not in (${literals(OTHERWISE_ENDED)})
    group by session_id`.execute(tx)
  return new Map(rows.map(({ sessionId, orders }) => [sessionId, orders]))
}
