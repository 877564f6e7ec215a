import { findCategory } from 'domain/category/category'
import type { CommandArgs } from 'domain/commands'
import type { Actor } from 'domain/kernel/actor'
import { type RefusalCode, Refused } from 'domain/kernel/refusal'
import { isPublic } from 'domain/need/audience'
import type { Need, NeedEvent } from 'domain/need/need'
import { type NeedSummary, outlineOf, summaryOf } from 'domain/need/needRow'
import { askedNeed, placeRefusal } from 'domain/need/place'
import { type Mine, relationsOf } from 'domain/need/relations'
import { absorb, advance, refusal, surprises } from 'domain/need/workflow'
import type { NeedView, Waiting } from '@/store/records'
import { ASKED, type Shown, type World } from '@/sync/contract'
import { type ReadRow, readRows, rowOf } from './held'
import type { Entry } from './view'

type NeedWorld = World & { actor: Actor | undefined }

/** A need while commands are replayed over it. */
interface Draft {
  need: Need
  whole: boolean
  /** As the server sent it, where that is all there is. */
  summary: NeedSummary | undefined
  events: NeedEvent[] | undefined
  mine: Mine | undefined
  listed: boolean
  /** Still as the server told. */
  untouched: boolean
}

/** What is visible of a need: the rows of all scopes made one, and what this phone has done since [S9]. */
export function replayNeed(
  id: string,
  held: ReadRow<'need'>[],
  entries: Entry[],
  world: NeedWorld,
): Shown<NeedView> {
  let draft = merged(held, world)
  const doubts: Record<string, RefusalCode> = {}
  const waiting: Waiting[] = []
  let local = false
  for (const entry of entries) {
    if (draft?.events?.some(({ id: eventId }) => eventId === entry.command.id)) continue // the rows were faster
    const placed = entry.command.name === 'need.place'
    if (placed && !draft && entry.state !== 'answered') local = true
    const { next, doubt } = replayed(id, draft, entry, world)
    if (draft && isTrace(entry, draft) && (doubt || next !== draft)) {
      if (!doubt && isClaim(entry)) draft = won(draft, world)
      continue // the same, of a row that shows no events
    }
    draft = next
    if (entry.state === 'answered') continue
    if (doubt) doubts[entry.command.id] = doubt
    waiting.push(waitingOf(entry, doubt))
  }
  return { view: draft && viewOf(draft, waiting, local, world), doubts }
}

/** Whether a row, which names its newest event only by its time, was last changed by this very command. */
const isTrace = ({ command }: Entry, { untouched, need }: Draft) => untouched && need.changedAt === command.at

const isClaim = ({ command }: Entry) => command.name === 'need.move' && command.args.action === 'claim'

/** A summary that has a claim in it does not say whose it is. */
function won(draft: Draft, { actor }: NeedWorld): Draft {
  const mine: Mine = { ...draft.mine, as: [...new Set([...(draft.mine?.as ?? []), 'holder' as const])] }
  const need = draft.summary && actor ? outlineOf(draft.summary, mine, actor) : draft.need
  return { ...draft, mine, need }
}

/** Shared fields from the highest version, words and timeline from the row that has them, `mine` from `user:`. */
function merged(held: ReadRow<'need'>[], { person, actor }: NeedWorld): Draft | undefined {
  let newest: NeedSummary | Need | undefined
  let full: { full: Need; events: NeedEvent[] } | undefined
  let mine: Mine | undefined
  let inList = false
  for (const { scope, row } of held) {
    const shared = 'full' in row ? row.full : row.summary
    if (!newest || shared.version > newest.version) newest = shared
    // Of equals the later: staff read more than those whose own it is, and scopes of staff come behind `user:`.
    if ('full' in row && (!full || row.full.version >= full.full.version)) full = row
    mine ??= row.mine
    inList ||= scope === shared.communityCode || scope === ASKED
  }
  if (!newest) return undefined
  if (full) {
    const need = newest === full.full ? full.full : { ...full.full, ...sharedOf(newest) }
    const { events } = full
    // Of a category that this build does not know, who sees it is for the server to say.
    const listed = (need.terms ?? findCategory(need.categoryCode)) ? isPublic(need) : inList
    return { need, whole: true, summary: undefined, events, mine, listed, untouched: true }
  }
  const summary = newest as NeedSummary
  const need = outlineOf(summary, mine, actor ?? person ?? { id: '' })
  return { need, whole: false, summary, events: undefined, mine, listed: inList, untouched: true }
}

/** What every projection of a need shows alike. */
const sharedOf = ({
  version,
  number,
  headcount,
  status,
  reopened,
  escalated,
  ...of
}: NeedSummary | Need) => ({
  version,
  number,
  headcount,
  status,
  reopened,
  escalated,
  respondBy: of.respondBy,
  finishBy: of.finishBy,
  changedAt: of.changedAt,
})

interface Step {
  next: Draft | undefined
  doubt?: RefusalCode | undefined
}

function replayed(id: string, draft: Draft | undefined, entry: Entry, world: NeedWorld): Step {
  const { command } = entry
  const { actor, now } = world
  if (!actor) return { next: draft }
  const time = { now, at: command.at, eventId: command.id }
  try {
    if (command.name === 'need.place')
      return draft ? { next: draft } : placed(command.args, entry, actor, time, world)
    if (command.name !== 'need.move' || !draft) return { next: draft }
    const move = command.args
    if (move.action === 'merge' && move.targetId === id) {
      const source = merged(readRows('need', move.needId, world.held('need', move.needId)), world)
      return { next: source?.whole ? moved(draft, absorb(draft.need, source.need, actor, time)) : draft }
    }
    // Others may be faster: until the server has answered, a claim is a hope.
    if (move.action === 'claim' && entry.state !== 'answered')
      return { next: draft, doubt: refusal(draft.need, 'claim', move, actor, now) }
    const doubt = surprises(move, draft.events ?? []).length > 0 ? 'statusChanged' : undefined
    if (doubt) return { next: draft, doubt }
    return { next: moved(draft, advance(draft.need, move, actor, time)) }
  } catch (error) {
    if (error instanceof Refused) return { next: draft, doubt: error.code }
    throw error
  }
}

function moved(draft: Draft, { need, event }: { need: Need; event: NeedEvent }): Draft {
  return { ...draft, need, events: draft.events && [...draft.events, event], untouched: false }
}

/** What is ordered shows from the tap to the answer, whatever has become of the service meanwhile. [S9] */
function placed(
  args: CommandArgs<'need.place'>,
  entry: Entry,
  actor: Actor,
  time: { now: string; at: string; eventId: string },
  { held }: World,
): Step {
  const service = args.serviceId ? rowOf(held, 'service', args.serviceId) : undefined
  const category = rowOf(held, 'category', args.categoryCode) ?? findCategory(args.categoryCode)
  const of = { category, service }
  const { need, event } = askedNeed(args, actor, time, of)
  const contested = args.sessionId !== undefined && entry.state !== 'answered'
  const next: Draft = {
    // The last place may go to somebody else: nothing is booked until the server says so.
    need: contested ? { ...need, status: 'placed', offer: undefined, dispatchedAt: undefined } : need,
    whole: true,
    summary: undefined,
    events: [event],
    mine: undefined,
    listed: false,
    untouched: false,
  }
  const known = !args.serviceId || service
  return { next, doubt: known ? placeRefusal(args, actor, time.now, of) : undefined }
}

function viewOf(draft: Draft, waiting: Waiting[], local: boolean, { person }: World): NeedView {
  const { need, whole, events, listed, untouched } = draft
  const mine = untouched || !person ? draft.mine : mineNow(draft, person.id)
  return {
    summary: summaryNow(draft),
    need,
    whole,
    ...(events ? { events } : {}),
    ...(mine ? { mine } : {}),
    listed,
    waiting,
    local,
  }
}

/** A summary's own text is what the public may read of it, which the outline cannot tell again. */
function summaryNow({ need, summary, untouched }: Draft): NeedSummary {
  if (!summary) return summaryOf(need)
  if (untouched) return summary
  const { text, requesterName, whenText } = summary
  return { ...summaryOf(need), text, requesterName, whenText }
}

function mineNow({ need, mine, whole }: Draft, personId: string): Mine {
  const as = relationsOf(need, personId)
  const helped = !whole && mine?.as.includes('helped') && !as.includes('helped')
  return { ...mine, as: helped ? [...as, 'helped'] : as }
}

const waitingOf = ({ command, state }: Entry, doubt: RefusalCode | undefined): Waiting => ({
  commandId: command.id,
  name: command.name,
  ...(command.name === 'need.move' ? { action: command.args.action } : {}),
  since: command.at,
  ...(doubt ? { doubt } : {}),
  aside: state === 'aside',
})
