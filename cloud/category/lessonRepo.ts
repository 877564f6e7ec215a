import type { Placed } from 'domain/category/guess/learn'
import type { Lesson } from 'domain/category/guess/lesson'
import type { AreaCode } from 'domain/kernel/area'
import type { Instant } from 'domain/kernel/time'
import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from '../db/pool'

/** What was said in a need, and where it stands in the order of time. */
export interface Heard extends Placed {
  communityCode: AreaCode
  id: string
}

/**
 * Needs in words that were placed since a moment, the newest first, without those that the community did not accept.
 * @param before the last of those that are known, from which on it goes
 */
export async function listPlaced(
  db: Db,
  since: Instant,
  before: { id: string } | undefined,
  most: number,
): Promise<Heard[]> {
  // Ids are ordered by time.
  const { rows } = await sql<Heard>`
    select id, community_code, kind, category_code, words, placed_by_id from needs
    where kind <> 'service' and status <> 'rejected' and placed_at >= ${since}::timestamptz
      ${before ? sql`and id < ${before.id}::uuid` : sql``}
    order by id desc limit ${most}`.execute(db)
  return rows
}

/** Locks what is known of a district until the transaction ends. */
export async function lockLesson(tx: Tx, district: AreaCode): Promise<Lesson['taught']> {
  await sql`insert into lessons (area_code, taught) values (${district}, '{}') on conflict do nothing`.execute(
    tx,
  )
  const { rows } = await sql<{ taught: Lesson['taught'] }>`
    select taught from lessons where area_code = ${district} for update`.execute(tx)
  return rows[0]?.taught ?? {}
}

export const saveLesson = ({ id, taught }: Lesson): RawBuilder<unknown> =>
  sql`update lessons set taught = ${JSON.stringify(taught)}::jsonb where area_code = ${id}`
