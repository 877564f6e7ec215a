import type { Scope } from 'domain/kernel/scope'
import type { RawBuilder } from 'kysely'
import type { Tx } from '../db/pool'
import { commitWith } from '../db/transact'
import type { ChangeSet, FeedChange } from './changeSet'
import { type Keep, NO_NUMBERS, type Numbered, writeFeed } from './feedRepo'

/** What the writing statement returned: of each command the newest number in each scope that it moved. */
export function movedTo(rows: unknown[] = [], commands: number): Record<Scope, number>[] {
  const numbers = Array.from({ length: commands }, (): Record<Scope, number> => ({}))
  for (const { command, scope, number } of rows as Numbered[]) {
    const own = numbers[command - 1]
    if (own) own[scope] = number
  }
  return numbers
}

/**
 * The last of all statements of a transaction: takes the next numbers of the scopes and writes their rows [S6], so
 * that a scope's counter is held only for the moment before the commit.
 * @param changes of each command
 * @param keep what is kept in the same statement of the numbers that it took
 */
export function publishing(changes: FeedChange[][], keep?: Keep): RawBuilder<unknown>[] {
  if (changes.some(({ length }) => length > 0)) return [writeFeed(changes, keep)]
  return keep ? [keep(NO_NUMBERS)] : []
}

/**
 * Ends a transaction that was about one thing and is no command, with its rows and the commit in one go.
 * @param before what goes out in front of them
 * @returns the newest number in each scope that it moved
 */
export async function publish(tx: Tx, changeSet: ChangeSet, before: RawBuilder<unknown>[] = []) {
  const results = await commitWith(tx, [...before, ...publishing([changeSet.changes()])])
  return movedTo(results.at(-1), 1)[0] ?? {}
}
