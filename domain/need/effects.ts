import { deadlinesFrom, termsOf } from '../category/category'
import { type Instant, minutesBetween, plusMinutes } from '../kernel/time'
import type { Effect } from '../kernel/transition'
import type { NeedAction } from './moves'
import {
  type Assignment,
  activeAssignments,
  isEmptyOffer,
  type Need,
  type NeedEvent,
  type Offer,
} from './need'
import type { NeedStatus } from './status'

/** Nobody serves longer at one stretch; a forgotten finish shall not become a week of service. */
const LONGEST_SERVICE_MIN = 8 * 60

const said = <T>(event: NeedEvent, key: string) => event.said?.[key] as T | undefined

const endAll = (need: Need, at: Instant, outcome: NonNullable<Assignment['outcome']>): Assignment[] =>
  need.assignments.map((each) => (each.active ? { ...each, active: false, endedAt: at, outcome } : each))

const ended = (need: Need, event: NeedEvent, status: NeedStatus, outcome: Assignment['outcome']) => ({
  status,
  offer: undefined,
  assignments: outcome ? endAll(need, event.at, outcome) : need.assignments,
  closedAt: event.at,
})

function lowestFreeSlot(need: Need): number {
  const taken = activeAssignments(need).map((each) => each.slot)
  let slot = 1
  while (taken.includes(slot)) slot++
  return slot
}

/** Where a need stands when nobody serves it: full, on offer, or with nobody left to ask. */
function resting(headcount: number, active: number, offer: Offer | undefined): Partial<Need> {
  if (active >= headcount) return { status: 'claimed' }
  if (active === 0 && (!offer || isEmptyOffer(offer))) return { status: 'placed', offer: undefined }
  return { status: 'dispatched' }
}

/**
 * The first dispatch keeps what was promised to who asked. Offered again, or first when it was late already, it
 * gives helpers the category's time anew; nothing of it moves the day by which it shall be done.
 */
function respondByAfter(need: Need, at: Instant): Instant {
  if (need.status === 'placed' && at <= need.respondBy) return need.respondBy
  const anew = plusMinutes(at, termsOf(need).respondWithinMin)
  const latest = anew < need.finishBy ? anew : need.finishBy
  return latest > need.respondBy ? latest : need.respondBy
}

/** Whose step it is: who took it, or whom the system speaks of. */
const stepOf = (event: NeedEvent) => said<string[]>(event, 'personIds') ?? [event.byId]

const offerWithout = (offer: Offer | undefined, personIds: string[], orgIds: string[] = []) =>
  offer && {
    areaCode: offer.areaCode,
    personIds: offer.personIds.filter((personId) => !personIds.includes(personId)),
    orgIds: offer.orgIds.filter((orgId) => !orgIds.includes(orgId)),
  }

const serviceMin = (need: Need, event: NeedEvent, each: Assignment) =>
  Math.min(
    LONGEST_SERVICE_MIN,
    (each.personId === event.byId ? said<number>(event, 'minutes') : undefined) ??
      Math.max(0, minutesBetween(each.startedAt ?? need.startedAt ?? each.claimedAt, event.at)),
  )

/** What each action changes. */
export const effects: Record<NeedAction, Effect<'need', Need>> = {
  dispatch: (need, event) => ({
    status: 'dispatched',
    offer: said<Offer>(event, 'offer'),
    headcount: said<number>(event, 'headcount') ?? need.headcount,
    publicText: said<string>(event, 'publicText') ?? need.publicText,
    assignments: endAll(need, event.at, 'redispatched'),
    dispatchedAt: event.at,
    startedAt: undefined,
    respondBy: respondByAfter(need, event.at),
  }),

  claim: (need, event) => {
    const taken: Assignment = {
      slot: lowestFreeSlot(need),
      personId: event.byId,
      personName: event.byName,
      active: true,
      claimedAt: event.at,
    }
    const full = activeAssignments(need).length + 1 >= need.headcount
    return {
      assignments: [...need.assignments, taken],
      status: full && need.status === 'dispatched' ? 'claimed' : need.status,
    }
  },

  decline: (need, event) => {
    const offer = offerWithout(need.offer, stepOf(event), said(event, 'orgIds'))
    const active = activeAssignments(need).length
    return {
      offer,
      ...(need.status === 'dispatched' ? resting(need.headcount, active, offer) : {}),
    }
  },

  start: (need, event) => ({
    status: 'serving',
    startedAt: event.at,
    assignments: need.assignments.map((each) =>
      each.active && each.personId === event.byId ? { ...each, startedAt: event.at } : each,
    ),
  }),

  release: (need, event) => {
    const whose = stepOf(event)
    // Who hands back may take it up again; whose right has ended may not.
    const offer = event.said?.personIds ? offerWithout(need.offer, whose, said(event, 'orgIds')) : need.offer
    const assignments = need.assignments.map(
      (each): Assignment =>
        each.active && whose.includes(each.personId)
          ? { ...each, active: false, endedAt: event.at, outcome: 'released' }
          : each,
    )
    const left = assignments.filter((each) => each.active)
    if (left.some((each) => each.startedAt)) return { assignments, offer, status: 'serving' }
    return {
      assignments,
      offer,
      startedAt: undefined,
      ...resting(need.headcount, left.length, offer),
    }
  },

  finish: (need, event) => ({
    status: 'served',
    offer: undefined,
    servedAt: event.at,
    assignments: need.assignments.map((each) =>
      each.active
        ? {
            ...each,
            active: false,
            endedAt: event.at,
            outcome: 'finished' as const,
            servedMin: serviceMin(need, event, each),
          }
        : each,
    ),
  }),

  rate: (_, event) => ({
    status: 'closed',
    closedAt: event.at,
    rating: {
      score: said<number>(event, 'score') ?? 0,
      ...(event.note ? { note: event.note } : {}),
    },
  }),

  reopen: (need, event) => ({
    status: 'placed',
    offer: undefined,
    rating: undefined,
    startedAt: undefined,
    servedAt: undefined,
    closedAt: undefined,
    escalated: false,
    reopened: need.reopened + 1,
    ...deadlinesFrom(event.at, termsOf(need), need.urgency),
  }),

  followUp: (need, event) => {
    const score = said<number>(event, 'score')
    if (score === undefined || need.rating) return {}
    return {
      status: 'closed',
      closedAt: need.closedAt ?? event.at,
      rating: { score },
    }
  },

  reject: (need, event) => ended(need, event, 'rejected', 'rejected'),

  merge: (need, event) => ({
    ...ended(need, event, 'merged', undefined),
    mergedIntoId: said<string>(event, 'targetId'),
  }),

  absorb: (need, event) => {
    const known = new Set([need.requesterId, need.placedById, ...need.askers.map((each) => each.personId)])
    const asked = said<Need['askers']>(event, 'askers') ?? []
    return {
      askers: [...need.askers, ...asked.filter((each) => !known.has(each.personId))],
    }
  },

  // Others asked for the same: it passes to the next of them instead of ending.
  withdraw: (need, event) => {
    const [next, ...askers] = need.askers
    if (!next) return ended(need, event, 'withdrawn', 'withdrawn')
    return {
      requesterId: next.personId,
      placedById: next.personId,
      requesterName: next.name,
      alias: undefined,
      placedFor: undefined,
      askers,
    }
  },

  resize: (need, event) => {
    const headcount = said<number>(event, 'headcount') ?? need.headcount
    if (need.status !== 'dispatched' && need.status !== 'claimed') return { headcount }
    return {
      headcount,
      ...resting(headcount, activeAssignments(need).length, need.offer),
    }
  },

  escalate: () => ({ escalated: true }),
  close: (_, event) => ({ status: 'closed', closedAt: event.at }),
  add: () => ({}),
  reschedule: () => ({}),
  urge: () => ({}),
  whistle: () => ({}),
}
