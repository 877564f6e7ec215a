import { type Instant, plusDays } from 'domain/kernel/time'
import type { Db } from '../db/pool'
import { compactScope, forgetTogether, scopesToCompact } from './feedRepo'

/** A phone that was away for longer takes a scope anew that has lost rows meanwhile. */
const TOLD_DAYS = 30
/** Every server has read it long before. */
const TOGETHER_DAYS = 1

/**
 * Forgets which rows went from their scopes long ago: feeds grow with what there is, not with what there was.
 * @returns how many
 */
export async function compactFeeds(db: Db, now: Instant): Promise<number> {
  const before = plusDays(now, -TOLD_DAYS)
  await forgetTogether(db, plusDays(now, -TOGETHER_DAYS))
  let forgotten = 0
  for (const scope of await scopesToCompact(db, before)) forgotten += await compactScope(db, scope, before)
  return forgotten
}
