import type { Actor } from 'domain/kernel/actor'
import { Refused } from 'domain/kernel/refusal'
import type { Instant } from 'domain/kernel/time'
import { isOfferedTo, viewFor } from 'domain/need/audience'
import type { MoveArgs } from 'domain/need/moves'
import type { Need } from 'domain/need/need'
import { endedOtherwise } from 'domain/need/status'
import { absorb, advance, surprises } from 'domain/need/workflow'
import { handles, type Work } from '../commands/handles'
import { replaceContact } from '../contact/contacts'
import { lockService, moveSeat } from '../listing/services'
import { holdRights } from '../person/people'
import { touchNeed } from './effects'
import { findMergedNeed, lockNeeds, saveNeed } from './needRepo'
import type { NeedRecord } from './needRows'
import { checkOffer } from './offers'

/** Moves one need along the workflow; a merge moves two. */
export const moveNeed = handles('need.move', async (args, work) => {
  const { tx, now, at, commandId } = work
  const targetId = args.action === 'merge' ? args.targetId : undefined
  // In this order, in one round trip.
  const [held, locked] = await Promise.all([
    holdRightsFor(args, work),
    lockNeeds(tx, targetId ? [args.needId, targetId] : [args.needId]),
  ])
  const actor = held.find(({ id }) => id === work.actor.id) ?? work.actor
  const source = known(locked, args.needId, actor, now)
  // Whether it exists for them MUST be asked before anything else is told of it.
  if (!source) throw new Refused('notFound')

  const time = { now, at, eventId: commandId }
  const moved = advance(source.need, args, actor, time)
  if (surprises(args, source.events).length > 0) throw new Refused('statusChanged')
  if (args.action === 'dispatch') await checkOffer(tx, args.offer)
  if (targetId) {
    const target = known(locked, targetId, actor, now)
    if (!target) throw new Refused('badTarget')
    const absorbed = absorb(target.need, source.need, actor, time)
    await saveNeed(tx, target, absorbed.need, absorbed.event)
    touchNeed(work, target, absorbed.need, absorbed.event)
  }
  await saveNeed(tx, source, moved.need, moved.event)
  await settle(work, source.need, moved.need, args)
  touchNeed(work, source, moved.need, moved.event)
})

/** Who takes or is offered something to hold: a right that is being taken away would otherwise leave it with them. */
function holdRightsFor(args: MoveArgs, { tx, actor }: Work): Promise<Actor[]> {
  if (args.action === 'claim') return holdRights(tx, [actor.id])
  if (args.action === 'dispatch') return holdRights(tx, args.offer.personIds, args.offer.orgIds)
  return holdRights(tx, [])
}

/** The need, if there is one for this actor. Who came too late for an offer may still be told so. */
function known(locked: NeedRecord[], id: string, actor: Actor, now: Instant): NeedRecord | undefined {
  const record = locked.find(({ need }) => need.id === id)
  if (!record || actor.system) return record
  return viewFor(record.need, actor, now) || isOfferedTo(record.need, actor) ? record : undefined
}

/** What follows outside of the need: a place that comes free, contact data that passes on. */
async function settle(work: Work, before: Need, after: Need, { action }: MoveArgs) {
  if (action !== 'withdraw' && action !== 'reject') return
  if (endedOtherwise(after) && after.serviceId && after.sessionId) {
    const service = await lockService(work.tx, after.serviceId)
    if (service) await moveSeat(work, service, after.sessionId, -1)
  }
  if (after.requesterId !== before.requesterId) {
    const own = await findMergedNeed(work.tx, after, after.requesterId)
    await replaceContact(work.tx, work.vault, after, own)
  }
}
