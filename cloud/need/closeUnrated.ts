import { randomBytes } from 'node:crypto'
import { CATEGORIES } from 'domain/category/category'
import { SYSTEM } from 'domain/kernel/actor'
import { uuid7 } from 'domain/kernel/id'
import { execute } from '../commands/execute'
import type { Pipeline } from '../commands/pipeline'
import { listUnrated } from './needRepo'

const AT_ONCE = 200
const DAYS = Object.fromEntries(CATEGORIES.map(({ code, rateWithinDays }) => [code, rateWithinDays]))

/**
 * 到期办结: closes served needs that nobody rated within their category's days.
 * @returns how many
 */
export async function closeUnrated(pipeline: Pipeline, now: string): Promise<number> {
  const ids = await listUnrated(pipeline.db, now, DAYS, AT_ONCE)
  let closed = 0
  for (const needId of ids) {
    const id = uuid7(Date.parse(now), randomBytes(10))
    const command = { id, name: 'need.move', args: { needId, action: 'close' }, at: now } as const
    const answer = await execute(pipeline, command, SYSTEM, { now })
    if (answer.ok) closed++
  }
  return closed
}
