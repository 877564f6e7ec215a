import { type Actor, homeOf } from 'domain/kernel/actor'
import type { Instant } from 'domain/kernel/time'
import type { Tx } from '../db/pool'
import { appendAudit } from './auditRepo'

export const recordReveal = (
  tx: Tx,
  need: { communityCode: string; id: string },
  actor: Actor,
  at: Instant,
) =>
  appendAudit(tx, {
    communityCode: need.communityCode,
    at,
    actorId: actor.id,
    action: 'reveal',
    subjectId: need.id,
  })

export const recordRights = (tx: Tx, person: Actor, actor: Actor, at: Instant) =>
  appendAudit(tx, {
    communityCode: homeOf(person),
    at,
    actorId: actor.id,
    action: 'rights',
    subjectId: person.id,
  })
