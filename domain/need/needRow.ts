import * as z from 'zod/mini'
import { needKind, terms, termsOf, urgency } from '../category/category'
import type { Actor } from '../kernel/actor'
import { areaCode, communityCode, gridCode } from '../kernel/area'
import { id, instant } from '../kernel/text'
import {
  activeAssignments,
  isEmptyOffer,
  type Need,
  need,
  needEvent,
  openOffer,
  type Unread,
  whenSpan,
} from './need'
import { type Mine, mine, type Relation } from './relations'
import { needStatus } from './status'

/** What lists show of a need: no person's id, no original words of a sensitive one. */
export const needSummary = z.object({
  id,
  version: z.int(),
  communityCode,
  gridCode: z.optional(gridCode),
  number: z.optional(z.string()),
  kind: needKind,
  categoryCode: z.string(),
  terms: z.optional(terms),
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
  const { sensitive, name } = termsOf(of)
  const open = openOffer(of)
  return {
    id: of.id,
    version: of.version,
    communityCode: of.communityCode,
    gridCode: of.gridCode,
    number: of.number,
    kind: of.kind,
    categoryCode: of.categoryCode,
    terms: of.terms,
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
