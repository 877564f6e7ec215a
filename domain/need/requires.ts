import { contains } from '../kernel/area'
import { type Requirement, unless } from '../kernel/transition'
import { activeAssignments, isEmptyOffer, type Need, type Offer } from './need'

const offerReaches = (offer: Offer, need: Need) =>
  offer.areaCode === undefined ||
  contains(offer.areaCode, need.communityCode) ||
  contains(need.communityCode, offer.areaCode)

/** What an action may ask for beside a reason. */
export const REQUIRES = {
  offer(need, said) {
    const offer = said.offer as Offer | undefined
    if (!offer || isEmptyOffer(offer)) return 'offerNeeded'
    if (offer.personIds.includes(need.requesterId)) return 'badTarget'
    return unless(offerReaches(offer, need), 'badTarget')
  },
  rating: (_, { score }) => unless(score !== undefined, 'badRequest'),
  target: (_, { targetId }) => unless(!!targetId, 'badTarget'),
  headcount: (need, { headcount }) =>
    unless(Number(headcount) >= activeAssignments(need).length, 'badHeadcount'),
} satisfies Record<string, Requirement<Need>>
