import { termsOf } from '../category/category'
import { type Actor, answersFor, dispatchesIn, isHelper, keepsLists, staffs } from '../kernel/actor'
import { plusDays } from '../kernel/time'
import { type Rule, unless } from '../kernel/transition'
import { isOfferedTo } from './audience'
import { areaOf, hasRoom, holds, type Need } from './need'

const askerIds = (need: Need) => [
  need.requesterId,
  need.placedById,
  ...need.askers.map((each) => each.personId),
]

/** Who may act, apart from the need's status. */
export const WHO = {
  dispatcher: (need, actor) => unless(dispatchesIn(actor, need.communityCode), 'notAllowed'),
  keeper: (need, actor) => unless(keepsLists(actor, need.communityCode), 'notAllowed'),
  staff: (need, actor) => unless(staffs(actor, areaOf(need)), 'notAllowed'),
  staffOrSystem: (need, actor) => unless(!!actor.system || staffs(actor, areaOf(need)), 'notAllowed'),
  helper: (_, actor) => unless(isHelper(actor), 'notAllowed'),
  holder: (need, actor) => unless(holds(need, actor.id), 'notAllowed'),
  requester: (need, actor) => unless(need.requesterId === actor.id, 'notAllowed'),
  placer: (need, actor) => unless([need.requesterId, need.placedById].includes(actor.id), 'notAllowed'),
  asker: (need, actor) => unless(askerIds(need).includes(actor.id), 'notAllowed'),
  askerOrStaff: (need, actor) =>
    unless(askerIds(need).includes(actor.id) || staffs(actor, areaOf(need)), 'notAllowed'),
  system: (_, actor) => unless(!!actor.system, 'notAllowed'),
} satisfies Record<string, Rule<Need>>

/** Whether somebody may go on with what they hold: it rests on the offer by which they took it. */
export const mayHold = (need: Need, actor: Actor) => isHelper(actor) && isOfferedTo(need, actor)

export const mayClaim: Rule<Need> = (need, actor) => {
  if (need.requesterId === actor.id) return 'ownNeed'
  if (holds(need, actor.id)) return 'alreadyYours'
  if (!hasRoom(need)) return 'alreadyTaken'
  return unless(isOfferedTo(need, actor), 'notOffered')
}

export const mayDecline: Rule<Need> = (need, actor) => {
  if (holds(need, actor.id)) return 'alreadyYours'
  const { personIds = [], orgIds = [] } = need.offer ?? {}
  return unless(
    personIds.includes(actor.id) || orgIds.some((orgId) => answersFor(actor, orgId)),
    'notOffered',
  )
}

export const inTimeToReopen: Rule<Need> = (need, _, now) =>
  unless(
    need.closedAt === undefined || now <= plusDays(need.closedAt, termsOf(need).reopenWithinDays),
    'tooLate',
  )
