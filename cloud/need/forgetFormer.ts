import { userScope } from 'domain/kernel/scope'
import { type Instant, plusDays } from 'domain/kernel/time'
import { audienceOf } from 'domain/need/audience'
import { FORMER_DAYS } from 'domain/need/relations'
import type { Pipeline } from '../commands/pipeline'
import type { Tx } from '../db/pool'
import { transact } from '../db/transact'
import { newChangeSet } from '../sync/changeSet'
import { publish } from '../sync/publish'
import { rowsOf } from './effects'
import { listFormer, lockNeeds } from './needRepo'

const AT_ONCE = 500

/**
 * Takes needs from those who held them once and were told for long enough that another had ended it.
 * @returns how many
 */
export async function forgetFormer({ db, committed }: Pick<Pipeline, 'db' | 'committed'>, now: Instant) {
  const found = await listFormer(db, plusDays(now, -FORMER_DAYS), AT_ONCE)
  for (const { needId, personId } of found) {
    const numbers = await transact(db, (tx) => forget(tx, needId, personId, now))
    committed?.({ numbers, rights: [] })
  }
  return found.length
}

async function forget(tx: Tx, id: string, personId: string, now: Instant): Promise<Record<string, number>> {
  const [record] = await lockNeeds(tx, [id])
  if (!record) return {}
  const changeSet = newChangeSet()
  const scope = userScope(personId)
  const row = audienceOf(record.need, now).has(scope) ? rowsOf(record, now).get(scope) : undefined
  changeSet.add({ entity: 'need', id, before: [scope], after: new Map(row ? [[scope, row]] : []) })
  return await publish(tx, changeSet)
}
