import type { Actor } from 'domain/kernel/actor'
import { Refused } from 'domain/kernel/refusal'
import type { Instant } from 'domain/kernel/time'
import { mayReveal, viewFor } from 'domain/need/audience'
import type { Contact } from 'domain/need/place'
import type { Pipeline } from '../commands/pipeline'
import { recordReveal } from '../contact/audit'
import { readContact } from '../contact/contacts'
import { lockNeeds } from './needRepo'

/**
 * 查看联系方式: recorded before it is told. The need is locked, so that nobody reads with a right that is
 * being taken away.
 * @throws Refused notFound, notAllowed
 */
export function revealContact(
  { db, vault }: Pipeline,
  id: string,
  actor: Actor,
  now: Instant,
): Promise<Contact | undefined> {
  return db.transaction().execute(async (tx) => {
    const [record] = await lockNeeds(tx, [id])
    if (!record || !viewFor(record.need, actor, now)) throw new Refused('notFound')
    if (!mayReveal(record.need, actor)) throw new Refused('notAllowed')
    await recordReveal(tx, record.need, actor, now)
    return readContact(tx, vault, record.need)
  })
}
