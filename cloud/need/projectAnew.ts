import type { Instant } from 'domain/kernel/time'
import type { Tx } from '../db/pool'
import { rowsOf } from './effects'
import { lockNeeds, replaceRows } from './needRepo'

const BATCH = 200

/**
 * For a migration: writes the rows of needs that stand in feeds as the projection has them now. They keep their
 * numbers; phones take all anew by the new `PROJECTION_VERSION`.
 */
export async function projectAnew(tx: Tx, ids: string[], now: Instant) {
  for (let at = 0; at < ids.length; at += BATCH) {
    for (const record of await lockNeeds(tx, ids.slice(at, at + BATCH)))
      await replaceRows(tx, record.need.id, rowsOf(record, now))
  }
}
