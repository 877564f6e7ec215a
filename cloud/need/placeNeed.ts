import { isVirtualCommunity } from 'domain/kernel/area'
import { Refused } from 'domain/kernel/refusal'
import { bookedFor, bornNeed } from 'domain/need/place'
import { handles } from '../commands/handles'
import { keepContact } from '../contact/contacts'
import { lockService, moveSeat } from '../listing/services'
import { requirePeople } from '../person/people'
import { keepFirstAsks } from './askRepo'
import { touchNeed } from './effects'
import { insertNeed } from './needRepo'
import { isBooked, keepBookedFor } from './orderRepo'

/** 点单. Who orders a service waits for its places, so they do it by themselves. */
export const placeNeed = handles(
  'need.place',
  async (args, work) => {
    const { tx, vault, catalogues, actor, now, at, commandId } = work
    if (isVirtualCommunity(args.communityCode)) throw new Refused('unknownArea')
    const service = args.serviceId ? await lockService(tx, args.serviceId) : undefined

    const category = await catalogues.find(tx, args.communityCode, args.categoryCode)
    const forWhom = service && vault.hash(`${args.sessionId} ${bookedFor(args, actor)}`)
    const born = bornNeed(args, actor, { now, at, eventId: commandId }, { category, service })
    if (forWhom && (await isBooked(tx, born.need, forWhom))) throw new Refused('alreadyBooked')
    // All in one round trip, and in this order: what refuses comes before what would break.
    const [, number] = await Promise.all([
      requirePeople(tx, args.placedFor?.personId ? [args.placedFor.personId] : []),
      insertNeed(tx, born),
      keepContact(tx, vault, born.need, args.contact),
    ])
    if (!number) throw new Refused('unknownArea')
    const need = { ...born.need, number }
    if (service && forWhom && need.sessionId) {
      await Promise.all([keepBookedFor(tx, need, forWhom), keepFirstAsks(tx, need, born.event)])
      await moveSeat(work, service, need.sessionId, 1)
    }
    touchNeed(work, undefined, need, born.event)
  },
  { joins: ({ serviceId }) => serviceId === undefined },
)
