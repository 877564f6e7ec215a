import type { Scope } from 'domain/access'
import type { RawBuilder } from 'kysely'
import { type Keep, NO_NUMBERS, writeFeed } from './feedRepo'
import type { Touched } from './touched'

/** What the writing statement returned: the newest number in each scope that it moved. */
export const movedTo = (rows: unknown[] = []): Record<Scope, number> =>
  Object.fromEntries((rows as { scope: Scope; number: number }[]).map(({ scope, number }) => [scope, number]))

/**
 * The last of all statements of a command: takes the next numbers of the scopes and writes their rows [S6], so that
 * a scope's counter is held only for the moment before the commit.
 * @param keep what is kept in the same statement of the numbers that it took
 */
export function publishing(touched: Touched, keep?: Keep): RawBuilder<unknown>[] {
  const changes = touched.changes()
  if (changes.length > 0) return [writeFeed(changes, keep)]
  return keep ? [keep(NO_NUMBERS)] : []
}
