import * as z from 'zod/mini'
import type { Actor } from './actor'
import { areaCode, communityCode, gridCode } from './area'
import { answer, categoryOf, needKind, urgency } from './category'
import type { Unknown } from './reading'
import { id, instant, words } from './text'
import { type Instant, plusDays } from './time'

export const NEED_STATUSES = [
  'placed',
  'dispatched',
  'claimed',
  'serving',
  'served',
  'closed',
  'rejected',
  'withdrawn',
  'merged',
] as const
/** `unknown` only in rows that were read (`reading.ts`). */
export type NeedStatus = (typeof NEED_STATUSES)[number] | Unknown
const needStatus = z.enum(NEED_STATUSES) as z.ZodMiniType<NeedStatus>

export const STATUS_NAMES: Record<NeedStatus, string> = {
  placed: '待派单',
  dispatched: '待接单',
  claimed: '已接单',
  serving: '服务中',
  served: '待评价',
  closed: '已办结',
  rejected: '不予受理',
  withdrawn: '已撤单',
  merged: '已并单',
  unknown: '有新进展',
}

/** 派单: the pool of an area, named people, teams or units; only they may claim. */
export const offer = z.object({
  areaCode: z.optional(areaCode),
  personIds: z.array(id).check(z.maxLength(50)),
  orgIds: z.array(id).check(z.maxLength(20)),
})
export type Offer = z.infer<typeof offer>
export const isEmptyOffer = (of: Offer) => !of.areaCode && of.personIds.length + of.orgIds.length === 0

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
  outcome: z.optional(z.enum(['finished', 'released', 'redispatched', 'withdrawn', 'rejected'])),
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
interface Unread {
  unread?: readonly string[]
}

export const activeAssignments = (of: Need) => of.assignments.filter((each) => each.active)
export const holds = (of: Need, personId: string) =>
  of.assignments.some((each) => each.active && each.personId === personId)
export const served = (of: Need, personId: string) =>
  of.assignments.some((each) => each.outcome === 'finished' && each.personId === personId)

const OPEN: readonly NeedStatus[] = ['placed', 'dispatched', 'claimed', 'serving']
/** Still to be done: neither served nor ended. */
export const isOpen = (of: { status: NeedStatus }) => OPEN.includes(of.status)

/** Nothing is to be done any more, and nothing to be said: rated, or ended otherwise. */
export const isEnded = (of: { status: NeedStatus }) =>
  !isOpen(of) && of.status !== 'served' && of.status !== 'unknown'

/** Whether a helper who was offered it may still join. */
export const hasRoom = (of: Need) =>
  (of.status === 'dispatched' || of.status === 'serving') && activeAssignments(of).length < of.headcount

/** The offer that helpers may still take up. */
export const openOffer = (of: Need): Offer | undefined => (hasRoom(of) ? of.offer : undefined)

/** Whether staff write what the public reads of it before it is offered. */
export const asksPublicText = (of: Need) => categoryOf(of.categoryCode).sensitive

/** What somebody is to a need; the rows of `user:` say it. */
export const RELATIONS = ['requester', 'placer', 'asker', 'holder', 'invited', 'helped', 'former'] as const
export type Relation = (typeof RELATIONS)[number]

export const mine = z.object({
  as: z.array(z.enum(RELATIONS)),
  /** Service time in minutes, of a task that they finished. */
  servedMin: z.optional(z.int()),
  /** Of a task that was taken from them: by which step, and why. */
  ended: z.optional(z.object({ action: z.string(), at: instant, note: z.optional(z.string()) })),
  /** For who asked for the same and reads the summary: what was done and when, and not by whom. */
  steps: z.optional(z.array(z.object({ action: z.string(), at: instant }))),
})
export type Mine = z.infer<typeof mine>

/** So long somebody is told what became of a task that another took from them. */
export const FORMER_DAYS = 7
/** The steps by which a task is taken from who holds it. */
const TAKES: readonly string[] = ['dispatch', 'withdraw', 'reject']
const OWN_ENDS: readonly Assignment['outcome'][] = ['finished', 'released']

/** Their newest task on a need, where it ended by what another did, and not long ago. */
export function formerTask(of: Need, personId: string, now: Instant = of.changedAt): Assignment | undefined {
  const [last] = of.assignments.filter((each) => each.personId === personId).reverse()
  if (!last?.endedAt || last.active || OWN_ENDS.includes(last.outcome)) return undefined
  return now < plusDays(last.endedAt, FORMER_DAYS) ? last : undefined
}

/** @param now when it is asked; left out: when the need last changed, as its rows in feeds say it */
export function relationsOf(of: Need, personId: string, now: Instant = of.changedAt): Relation[] {
  const is: Record<Relation, boolean> = {
    requester: of.requesterId === personId,
    placer: of.placedById === personId,
    asker: of.askers.some((each) => each.personId === personId),
    holder: holds(of, personId),
    invited: isOpen(of) && (of.offer?.personIds.includes(personId) ?? false),
    helped: served(of, personId),
    former: formerTask(of, personId, now) !== undefined,
  }
  return RELATIONS.filter((relation) => is[relation])
}

const READ_WHOLE: readonly Relation[] = ['requester', 'placer', 'holder']
/** Whether somebody who is this to a need reads the whole of it. */
export const readsWhole = (as: readonly Relation[]) => as.some((relation) => READ_WHOLE.includes(relation))

/** What a row in `user:` says of its person; undefined where they are nothing to the need. */
export function mineOf(
  of: Need,
  events: readonly NeedEvent[],
  personId: string,
  now?: Instant,
): Mine | undefined {
  const as = relationsOf(of, personId, now)
  if (as.length === 0) return undefined
  const finished = of.assignments.filter((each) => each.personId === personId && each.outcome === 'finished')
  const servedMin = finished[finished.length - 1]?.servedMin
  const endedAt = formerTask(of, personId, now)?.endedAt
  const by = endedAt && events.find(({ at, action }) => at === endedAt && TAKES.includes(action))
  return {
    as,
    ...(servedMin === undefined ? {} : { servedMin }),
    ...(by && { ended: { action: by.action, at: by.at, ...(by.note ? { note: by.note } : {}) } }),
    ...(as.includes('asker') && !readsWhole(as)
      ? { steps: events.map(({ action, at }) => ({ action, at })) }
      : {}),
  }
}

/** What lists show of a need: no person's id, no original words of a sensitive one. */
export const needSummary = z.object({
  id,
  version: z.int(),
  communityCode,
  gridCode: z.optional(gridCode),
  number: z.optional(z.string()),
  kind: needKind,
  categoryCode: z.string(),
  text: z.string(),
  requesterName: z.string(),
  urgency,
  whenText: z.optional(z.string()),
  whenSpan: z.optional(whenSpan),
  headcount: z.int(),
  status: needStatus,
  /** The names of those who hold it. */
  holders: z.array(z.string()),
  /** The area whose pool may claim it, and the orgs that were asked, while there is room. */
  openTo: z.optional(areaCode),
  orgIds: z.optional(z.array(id)),
  serviceId: z.optional(id),
  reopened: z.int(),
  escalated: z.boolean(),
  score: z.optional(z.int()),
  placedAt: instant,
  respondBy: instant,
  finishBy: instant,
  changedAt: instant,
})
export type NeedSummary = z.infer<typeof needSummary> & Unread

/** The masked projection of a need, for everybody who may know of it. */
export function summaryOf(of: Need): NeedSummary {
  const { sensitive, name } = categoryOf(of.categoryCode)
  const open = openOffer(of)
  return {
    id: of.id,
    version: of.version,
    communityCode: of.communityCode,
    gridCode: of.gridCode,
    number: of.number,
    kind: of.kind,
    categoryCode: of.categoryCode,
    text: of.publicText ?? (sensitive ? name : of.title),
    requesterName: of.alias ?? (sensitive ? '一位居民' : of.requesterName),
    urgency: of.urgency,
    whenText: sensitive ? undefined : of.whenText,
    whenSpan: sensitive ? undefined : of.whenSpan,
    headcount: of.headcount,
    status: of.status,
    holders: activeAssignments(of).map((each) => each.personName),
    openTo: open?.areaCode,
    orgIds: open?.orgIds.length ? open.orgIds : undefined,
    serviceId: of.serviceId,
    reopened: of.reopened,
    escalated: of.escalated,
    score: of.rating?.score,
    placedAt: of.placedAt,
    respondBy: of.respondBy,
    finishBy: of.finishBy,
    changedAt: of.changedAt,
  }
}

const STRANGER = '00000000-0000-7000-8000-000000000001'

/**
 * The need as far as a phone may know it that holds only the summary. Every rule that a stranger can pass
 * reads nothing else, so one `refusal()` serves both.
 */
export function outlineOf(summary: NeedSummary, my: Mine | undefined, actor: Pick<Actor, 'id'>): Need {
  const { text, holders, openTo, orgIds, score, unread, ...shared } = summary
  const am = (relation: Relation) => my?.as.includes(relation) ?? false
  const offer = {
    areaCode: openTo,
    personIds: am('invited') ? [actor.id] : [],
    orgIds: orgIds ?? [],
  }
  return {
    ...shared,
    title: text,
    words: text,
    answers: {},
    requesterId: am('requester') ? actor.id : STRANGER,
    placedById: am('placer') ? actor.id : STRANGER,
    askers: am('asker') ? [{ personId: actor.id, name: '' }] : [],
    offer: isEmptyOffer(offer) ? undefined : offer,
    assignments: holders.map((personName, index) => ({
      slot: index + 1,
      personId: am('holder') && index === 0 ? actor.id : STRANGER,
      personName,
      active: true,
      claimedAt: summary.placedAt,
    })),
    rating: score === undefined ? undefined : { score },
    ...(unread ? { unread: unread.flatMap((field) => TOLD_BY[field] ?? field) } : {}),
  }
}
/** What a summary says of these, under names of its own. */
const TOLD_BY: Partial<Record<string, keyof Need>> = {
  holders: 'assignments',
  openTo: 'offer',
  orgIds: 'offer',
  score: 'rating',
}

/** One line of the timeline. Never rewritten; folded in order, the moves of a need give its state. */
export const needEvent = z.object({
  id,
  needId: id,
  action: z.string(),
  byId: id,
  byName: z.string(),
  at: instant,
  note: z.optional(z.string()),
  /** What else the action said: offer, score, headcount … as in the command's arguments. */
  said: z.optional(z.record(z.string(), z.unknown())),
})
export type NeedEvent = z.infer<typeof needEvent>

const besides = { mine: z.optional(mine) }
/** What a whole row says beside the need. */
export const wholeParts = z.object({ events: z.array(needEvent), ...besides })
export const summaryParts = z.object(besides)

/** A row of entity `need` in a feed: whole where the scope's audience may read it, otherwise the summary. */
export const needRow = z.union([
  z.extend(wholeParts, { full: need }),
  z.extend(summaryParts, { summary: needSummary }),
])
export type NeedRow =
  | ({ full: Need } & z.infer<typeof wholeParts>)
  | ({ summary: NeedSummary } & z.infer<typeof summaryParts>)
