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
    const [told] = await lockNeeds(tx, [id])
    if (!told || !viewFor(told.need, actor, now)) throw new Refused('notFound')
    if (!mayReveal(told.need, actor)) throw new Refused('notAllowed')
    await recordReveal(tx, told.need, actor, now)
    return readContact(tx, vault, told.need)
  })
}
