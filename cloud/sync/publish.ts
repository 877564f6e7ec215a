import type { Scope } from 'domain/access'
import type { RawBuilder } from 'kysely'
import { numbersOf, writeFeed } from './feedRepo'
import type { Touched } from './touched'

/** The last statement of a command, and what its answer says. */
export interface Publishing {
  /** Takes the next numbers of the scopes and writes their rows. [S6] */
  write: RawBuilder<{ scope: string; number: number }>[]
  /** As SQL, for the statement that follows: the newest number in each touched scope. */
  numbers: RawBuilder<unknown>
}

/** What the writing statement returned: the newest number in each scope that it moved. */
export const movedTo = (rows: unknown[] = []): Record<Scope, number> =>
  Object.fromEntries((rows as { scope: Scope; number: number }[]).map(({ scope, number }) => [scope, number]))

/**
 * Writes the feed rows of a command, last of all its statements, so that a scope's counter is held only for
 * the moment before the commit.
 */
export function publishing(touched: Touched): Publishing {
  const changes = touched.changes()
  const scopes = [...new Set(changes.map((each) => each.scope))]
  return { write: changes.length > 0 ? [writeFeed(changes)] : [], numbers: numbersOf(scopes) }
}
