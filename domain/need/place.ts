import * as z from 'zod/mini'
import {
  answer,
  type Category,
  categoryOf,
  deadlinesFrom,
  NEED_KINDS,
  termsKept,
  URGENCIES,
  wrongAnswers,
} from '../category/category'
import { type Actor, collectsIn } from '../kernel/actor'
import { communityCode, contains, gridCode } from '../kernel/area'
import { safeName } from '../kernel/name'
import { phone } from '../kernel/phone'
import { type RefusalCode, Refused } from '../kernel/refusal'
import { fewKeys, id, titleOf, words } from '../kernel/text'
import { clampInstant, type Instant, plusDays } from '../kernel/time'
import { isAt, type Service, seatsLeft, spanOf } from '../listing/service'
import { type Need, type NeedEvent, placedFor, whenSpan } from './need'

/** Contact data: kept encrypted in its own table, never part of a row; given by a recorded reveal. */
export const contact = z.strictObject({
  name: z.optional(words(20)),
  phone: z.optional(phone),
  address: z.optional(words(80)),
})
export type Contact = z.infer<typeof contact>

/** Arguments of `need.place` (点单). `id` is made by the phone and stays the need's id. */
export const placeArgs = z.strictObject({
  id,
  kind: z.enum(NEED_KINDS),
  categoryCode: z.string().check(z.maxLength(40)),
  communityCode,
  gridCode: z.optional(gridCode),
  /** Left out: the first sentence of `words`. */
  title: z.optional(words(40)),
  words: words(500),
  answers: z.record(z.string().check(z.maxLength(20)), answer).check(fewKeys(40)),
  whenText: z.optional(words(40)),
  whenSpan: z.optional(whenSpan),
  urgency: z.enum(URGENCIES),
  headcount: z.optional(z.int().check(z.gte(1), z.lte(20))),
  alias: z.optional(words(20)),
  /** 代点单: for somebody else, who knows of it. `personId`: their account, where they have one. */
  placedFor: z.optional(z.extend(placedFor, { knows: z.boolean(), personId: z.optional(id) })),
  contact: z.optional(contact),
  /** 同意: ticked by the person, never beforehand. Of an ordered session `whenSpan` is the time that stood there. */
  consent: z.boolean(),
  serviceId: z.optional(id),
  sessionId: z.optional(id),
})
export type PlaceArgs = z.infer<typeof placeArgs>

/**
 * Whether 同意 must be ticked. Not by who collects problems for the community (网格事件) and tells of nobody: there
 * is no door and no phone that anybody could see.
 */
export function asksConsent(
  args: Pick<PlaceArgs, 'kind' | 'communityCode' | 'placedFor' | 'contact'>,
  placer: Actor,
): boolean {
  const { name, phone, address } = args.contact ?? {}
  const tells = args.placedFor !== undefined || [name, phone, address].some(Boolean)
  return args.kind !== 'report' || tells || !collectsIn(placer, args.communityCode)
}

/** A clock that runs a little ahead on the phone must not date a need into the past year. */
const OLDEST_PLACE_DAYS = 30

/** `at`: the phone's time of the tap, believed within bounds of `now`. `eventId`: the command's id. */
interface When {
  now: Instant
  at?: Instant
  eventId: string
}

/** What is ordered, as its district has it now. */
export interface Ordered {
  category: Category | undefined
  /** Where `serviceId` names one. */
  service?: Service | undefined
}

/**
 * A need as it is born: `placed`, or for a listed service `dispatched` to the org that offers it.
 * @throws Refused as `placeRefusal()` says
 */
export function bornNeed(
  args: PlaceArgs,
  placer: Actor,
  when: When,
  of: Ordered,
): { need: Need; event: NeedEvent } {
  const code = placeRefusal(args, placer, when.now, of)
  if (code) throw new Refused(code)
  return askedNeed(args, placer, when, of)
}

/** Why this cannot be ordered; undefined where it can. */
export function placeRefusal(
  args: PlaceArgs,
  placer: Actor,
  now: Instant,
  { category, service }: Ordered,
): RefusalCode | undefined {
  const ordered = args.kind === 'service'
  const kindFits =
    category && (ordered ? ['service', 'training'].includes(category.kind) : category.kind === args.kind)
  if (!kindFits || ordered !== (args.serviceId !== undefined)) return 'unknownCategory'
  if (args.placedFor?.knows === false || (!args.consent && asksConsent(args, placer))) return 'consentNeeded'
  if (args.gridCode && !contains(args.communityCode, args.gridCode)) return 'unknownArea'
  if (wrongAnswers(category, args.answers).length > 0) return 'badAnswers'
  return ordered ? sessionRefusal(args, service, now) : undefined
}

/** The need that is asked for, whether or not it can be had. */
export function askedNeed(
  args: PlaceArgs,
  placer: Actor,
  { now, at = now, eventId }: When,
  { category = categoryOf(args.categoryCode), service }: Ordered,
): { need: Need; event: NeedEvent } {
  const ordered = args.kind === 'service'
  const sitting = service?.sessions.find((each) => each.id === args.sessionId)
  const placedAt = clampInstant(at, plusDays(now, -OLDEST_PLACE_DAYS), now)
  const need: Need = {
    id: args.id,
    version: 1,
    communityCode: args.communityCode,
    gridCode: args.gridCode,
    kind: args.kind,
    categoryCode: args.categoryCode,
    terms: termsKept(category),
    title: args.title ?? titleOf(args.words),
    words: args.words,
    answers: args.answers,
    whenText: args.whenText,
    // As it was ordered: the sitting may move, or be taken off, and the order still says for when it was.
    whenSpan: sitting ? spanOf(sitting) : args.whenSpan,
    urgency: args.urgency,
    headcount: args.headcount ?? (ordered ? 1 : category.headcountDefault),
    requesterId: args.placedFor?.personId ?? placer.id,
    placedById: placer.id,
    requesterName: args.placedFor ? safeName(args.placedFor.alias) : placer.displayName,
    alias: args.alias && safeName(args.alias),
    placedFor: args.placedFor && {
      alias: safeName(args.placedFor.alias),
      relation: args.placedFor.relation,
    },
    askers: [],
    serviceId: args.serviceId,
    sessionId: args.sessionId,
    status: ordered ? 'dispatched' : 'placed',
    offer: service && { personIds: [], orgIds: [service.orgId] },
    assignments: [],
    reopened: 0,
    escalated: false,
    placedAt,
    ...deadlinesFrom(placedAt, category, args.urgency),
    dispatchedAt: ordered ? placedAt : undefined,
    changedAt: placedAt,
  }
  const event: NeedEvent = {
    id: eventId,
    needId: need.id,
    action: 'place',
    byId: placer.id,
    byName: placer.displayName,
    at: placedAt,
    ...(need.offer && { said: { offer: need.offer } }),
  }
  return { need, event }
}

/**
 * For whom a place is: one person has one in a session. Somebody without an account is who their helper says they are,
 * in the words they said, so that two of one family name are two.
 */
export function bookedFor({ placedFor }: Pick<PlaceArgs, 'placedFor'>, placer: Pick<Actor, 'id'>): string {
  if (!placedFor) return placer.id
  return placedFor.personId ?? `${placer.id} ${placedFor.alias.normalize('NFKC').replace(/\s/g, '')}`
}

function sessionRefusal(
  args: PlaceArgs,
  service: Service | undefined,
  now: Instant,
): RefusalCode | undefined {
  if (!service || service.communityCode !== args.communityCode || service.categoryCode !== args.categoryCode)
    return 'notFound'
  if (!service.listed) return 'notListed'
  const session = service.sessions.find((each) => each.id === args.sessionId)
  if (!session || session.startsAt <= now) return 'sessionOver'
  if (args.whenSpan && !isAt(session, args.whenSpan)) return 'sessionMoved'
  return seatsLeft(session) < 1 ? 'sessionFull' : undefined
}
