import * as z from 'zod/mini'
import { answer, needKind, terms, termsOf, urgency } from '../category/category'
import { type AreaCode, areaCode, communityCode, gridCode } from '../kernel/area'
import { id, instant, words } from '../kernel/text'
import { stepEvent } from '../kernel/transition'
import { needStatus, STATUSES } from './status'

/** 派单: the pool of an area, named people, teams or units; only they may claim. */
export const offer = z.object({
  areaCode: z.optional(areaCode),
  personIds: z.array(id).check(z.maxLength(50)),
  orgIds: z.array(id).check(z.maxLength(20)),
})
export type Offer = z.infer<typeof offer>
export const isEmptyOffer = (of: Offer) => !of.areaCode && of.personIds.length + of.orgIds.length === 0

/** How an assignment ended. */
export const OUTCOMES = ['finished', 'released', 'redispatched', 'withdrawn', 'rejected'] as const

/** One helper on one need. An ended assignment stays, with how it ended. */
export const assignment = z.object({
  /** 1…headcount; no two active assignments of a need share one. */
  slot: z.int(),
  personId: id,
  personName: z.string(),
  active: z.boolean(),
  claimedAt: instant,
  startedAt: z.optional(instant),
  endedAt: z.optional(instant),
  outcome: z.optional(z.enum(OUTCOMES)),
  /** Service time in minutes, once finished. */
  servedMin: z.optional(z.int()),
})
export type Assignment = z.infer<typeof assignment>

export const rating = z.object({
  score: z.int().check(z.gte(1), z.lte(4)),
  note: z.optional(words(300)),
})
export type Rating = z.infer<typeof rating>
export const RATING_NAMES = ['', '不满意', '一般', '满意', '很满意'] as const

/**
 * When it suits the requester, for matching: any part of [from, to) will do. The phone gives it beside `whenText`
 * where a time was tapped (今天下午); it is missing where any time suits, and where they said it in their own words.
 */
export const whenSpan = z.object({ from: instant, to: instant }).check(z.refine(({ from, to }) => from < to))
export type WhenSpan = z.infer<typeof whenSpan>

export const placedFor = z.object({ alias: words(20), relation: words(20) })

export const need = z.object({
  id,
  /** Grows by one with every change. */
  version: z.int(),
  communityCode,
  gridCode: z.optional(gridCode),
  /** What people say on the phone, such as `0318-07`; the server gives it, so a waiting need has none. */
  number: z.optional(z.string()),
  kind: needKind,
  categoryCode: z.string(),
  terms: z.optional(terms),
  title: words(40),
  words: words(500),
  answers: z.record(z.string().check(z.maxLength(20)), answer),
  /** When it suits the requester, in their words. */
  whenText: z.optional(words(40)),
  whenSpan: z.optional(whenSpan),
  urgency,
  headcount: z.int().check(z.gte(1), z.lte(20)),

  requesterId: id,
  placedById: id,
  /** A form of address or a masked name. */
  requesterName: z.string(),
  /** What the public reads instead, in wishes of children and of people in hardship. */
  alias: z.optional(words(20)),
  placedFor: z.optional(placedFor),
  /** Others who asked for the same and were merged into this one (并单), in order of asking. */
  askers: z.array(z.object({ personId: id, name: z.string() })),

  serviceId: z.optional(id),
  sessionId: z.optional(id),

  status: needStatus,
  offer: z.optional(offer),
  /** What the public reads of a sensitive need, written by staff. */
  publicText: z.optional(words(60)),
  assignments: z.array(assignment),
  mergedIntoId: z.optional(id),
  /** 重办: how often it was reopened. */
  reopened: z.int(),
  /** 督办: the next level up looks on. */
  escalated: z.boolean(),
  rating: z.optional(rating),

  placedAt: instant,
  respondBy: instant,
  finishBy: instant,
  dispatchedAt: z.optional(instant),
  startedAt: z.optional(instant),
  servedAt: z.optional(instant),
  closedAt: z.optional(instant),
  /** When its newest event was. */
  changedAt: instant,
})
/** `unread`: fields of a row that this build cannot read; nothing is decided by them. */
export type Need = z.infer<typeof need> & Unread
export interface Unread {
  unread?: readonly string[]
}

/** Where a need lies, as closely as it is known: staff of this area and of those above it work on it. */
export const areaOf = ({ gridCode, communityCode }: Pick<Need, 'gridCode' | 'communityCode'>): AreaCode =>
  gridCode ?? communityCode

export const activeAssignments = (of: Need) => of.assignments.filter((each) => each.active)
export const holds = (of: Need, personId: string) =>
  of.assignments.some((each) => each.active && each.personId === personId)
export const served = (of: Need, personId: string) =>
  of.assignments.some((each) => each.outcome === 'finished' && each.personId === personId)

/** Whether a helper who was offered it may still join. */
export const hasRoom = (of: Need) =>
  STATUSES[of.status].joins === true && activeAssignments(of).length < of.headcount

/** The offer that helpers may still take up. */
export const openOffer = (of: Need): Offer | undefined => (hasRoom(of) ? of.offer : undefined)

/** Whether staff write what the public reads of it before it is offered. */
export const asksPublicText = (of: Need) => termsOf(of).sensitive

/** One line of the timeline. */
export const needEvent = z.extend(stepEvent, { needId: id })
export type NeedEvent = z.infer<typeof needEvent>
