import type { Tx } from '../db/pool'
import { writeFeed } from './feedRepo'
import type { Touched } from './touched'

/**
 * Writes the feed rows of a command, last of all its statements, so that a scope's counter is held only for
 * the moment before the commit. [S6]
 * @returns the newest number in each scope that was touched
 */
export async function publish(tx: Tx, touched: Touched): Promise<Record<string, number>> {
  const changes = touched.changes()
  if (changes.length === 0) return {}
  return writeFeed(tx, changes)
}
