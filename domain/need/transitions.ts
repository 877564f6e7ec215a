import { type Transition, unless } from '../kernel/transition'
import type { NeedAction } from './moves'
import { activeAssignments, type Need, served } from './need'
import type { REQUIRES } from './requires'
import { inTimeToReopen, mayClaim, mayDecline, type WHO } from './rules'
import { OPEN_STATUSES } from './status'

/** Somebody was asked, or has taken it on: it would be taken from them unseen. */
const TAKEN_ON = ['dispatch', 'claim', 'start', 'reopen'] as const
/** All that decides who is asked, who holds it, and how many are wanted. */
const AGREED = [...TAKEN_ON, 'decline', 'release', 'resize'] as const

/** The whole workflow (四单). The phone draws its buttons from this table; the cloud enforces it. */
export const TRANSITIONS = {
  dispatch: {
    by: 'dispatcher',
    from: OPEN_STATUSES,
    asks: 'offer',
    reasonFrom: ['serving'],
    reads: ['categoryCode', 'headcount', 'assignments'],
    heeds: AGREED,
  },
  claim: {
    by: 'helper',
    from: ['dispatched', 'claimed', 'serving'],
    only: mayClaim,
    reads: ['offer', 'headcount', 'assignments'],
  },
  decline: {
    by: 'helper',
    from: ['dispatched', 'serving'],
    only: mayDecline,
    asks: 'reason',
    reads: ['offer', 'headcount', 'assignments'],
    heeds: ['dispatch'],
  },
  start: { by: 'holder', from: ['dispatched', 'claimed'], reads: ['assignments'] },
  release: {
    by: 'holder',
    from: ['dispatched', 'claimed', 'serving'],
    asks: 'reason',
    reads: ['offer', 'headcount', 'assignments'],
  },
  finish: {
    by: 'holder',
    from: ['serving'],
    asks: 'reason',
    reads: ['assignments'],
  },
  rate: {
    by: 'requester',
    from: ['served'],
    only: (need, actor) => unless(!served(need, actor.id), 'servedIt'),
    asks: 'rating',
    reads: ['assignments'],
    heeds: ['reopen'],
  },
  reopen: {
    by: 'asker',
    from: ['served', 'closed'],
    only: inTimeToReopen,
    asks: 'reason',
    reads: ['categoryCode', 'urgency', 'closedAt'],
    heeds: ['reopen', 'rate'],
  },
  followUp: {
    by: 'staff',
    from: ['served', 'closed'],
    only: (need) => unless((need.rating?.score ?? 0) <= 2, 'statusChanged'),
    asks: 'reason',
    reads: ['rating'],
    heeds: ['rate', 'reopen', 'followUp'],
  },
  reject: {
    by: 'dispatcher',
    from: ['placed', 'dispatched'],
    asks: 'reason',
    heeds: [...TAKEN_ON, 'absorb'],
  },
  merge: {
    by: 'dispatcher',
    from: ['placed', 'dispatched'],
    only: (need) =>
      unless(need.kind !== 'service', 'badTarget') ?? // each order has a place of its own
      unless(activeAssignments(need).length === 0, 'statusChanged'),
    asks: 'target',
    reads: ['kind', 'assignments', 'askers'],
    heeds: TAKEN_ON,
  },
  absorb: { by: 'dispatcher', from: OPEN_STATUSES, silent: true, reads: ['kind', 'askers'] },
  reschedule: { by: 'keeper', from: OPEN_STATUSES, silent: true },
  withdraw: {
    by: 'placer',
    from: OPEN_STATUSES,
    reasonFrom: ['serving'],
    reads: ['askers'],
    heeds: ['claim', 'start'],
  },
  resize: {
    by: 'staff',
    from: OPEN_STATUSES,
    asks: 'headcount',
    heeds: AGREED,
    reads: ['offer', 'headcount', 'assignments'],
  },
  add: { by: 'askerOrStaff', from: OPEN_STATUSES, asks: 'reason' },
  urge: { by: 'asker', from: OPEN_STATUSES },
  escalate: {
    by: 'staffOrSystem',
    from: OPEN_STATUSES,
    asks: 'reason',
  },
  whistle: {
    by: 'dispatcher',
    from: OPEN_STATUSES,
    asks: 'reason',
    silent: true,
  },
  close: { by: 'system', from: ['served'], silent: true },
} satisfies Record<NeedAction, Transition<Need, NeedAction, keyof typeof WHO, keyof typeof REQUIRES>>

export const NEED_ACTIONS = Object.keys(TRANSITIONS) as NeedAction[]
