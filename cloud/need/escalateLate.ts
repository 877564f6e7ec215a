import { randomBytes } from 'node:crypto'
import { uuid7 } from 'domain/kernel/id'
import type { Instant } from 'domain/kernel/time'
import { escalateLate as lateStep } from 'domain/need/late'
import type { Pipeline } from '../commands/pipeline'
import type { Tx } from '../db/pool'
import { transact } from '../db/transact'
import { newChangeSet } from '../sync/changeSet'
import { publish } from '../sync/publish'
import { touchNeed } from './effects'
import { listLate, lockNeeds, saveNeed } from './needRepo'

const AT_ONCE = 200

/**
 * 到期督办: what missed a deadline goes to the next level up, once for each, however many servers look.
 * @returns how many
 */
export async function escalateLate({ db, committed }: Pick<Pipeline, 'db' | 'committed'>, now: Instant) {
  let escalated = 0
  for (const id of await listLate(db, now, AT_ONCE)) {
    const numbers = await transact(db, (tx) => escalate(tx, id, now))
    if (!numbers) continue
    committed?.({ numbers, rights: [] })
    escalated++
  }
  return escalated
}

async function escalate(tx: Tx, id: string, now: Instant): Promise<Record<string, number> | undefined> {
  const [record] = await lockNeeds(tx, [id])
  const eventId = uuid7(Date.parse(now), randomBytes(10))
  const step = record && lateStep(record.need, record.events, { now, eventId })
  if (!step) return undefined
  await saveNeed(tx, record, step.need, step.event)
  const changeSet = newChangeSet()
  touchNeed({ touch: changeSet.add }, record, step.need, step.event)
  return await publish(tx, changeSet)
}
