import { isPersonal } from 'domain/kernel/scope'
import type { Instant } from 'domain/kernel/time'
import { audienceOf, isLongClosed, longClosedBefore } from 'domain/need/audience'
import type { Pipeline } from '../commands/pipeline'
import type { Tx } from '../db/pool'
import { transact } from '../db/transact'
import { newChangeSet } from '../sync/changeSet'
import { publish } from '../sync/publish'
import { archiveNeed, listEnded, lockNeeds } from './needRepo'

const AT_ONCE = 500

/**
 * [S13] Takes long closed needs out of every list, so that what phones hold does not grow for ever. They stay with
 * those whose own they are; should one be touched again, it stands in the lists again for a while.
 * @returns how many
 */
export async function archiveNeeds({ db, committed }: Pick<Pipeline, 'db' | 'committed'>, now: Instant) {
  let archived = 0
  for (const id of await listEnded(db, longClosedBefore(now), AT_ONCE)) {
    const numbers = await transact(db, (tx) => archive(tx, id, now))
    if (!numbers) continue
    committed?.({ numbers, rights: [] })
    archived++
  }
  return archived
}

async function archive(tx: Tx, id: string, now: Instant): Promise<Record<string, number> | undefined> {
  const [record] = await lockNeeds(tx, [id])
  if (!record || !isLongClosed(record.need, now)) return undefined
  const changeSet = newChangeSet()
  const shared = [...audienceOf(record.need).keys()].filter((scope) => !isPersonal(scope))
  changeSet.add({ entity: 'need', id, before: shared, after: new Map() })
  return await publish(tx, changeSet, [archiveNeed(record.need)])
}
