import * as z from 'zod/mini'
import { instant } from '../kernel/text'
import { type Instant, plusDays } from '../kernel/time'
import { type Assignment, holds, type Need, type NeedEvent, OUTCOMES, served } from './need'
import { isOpen } from './status'

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
/** How a task ends that another took from who held it. */
export const TAKEN = OUTCOMES.filter((outcome) => !OWN_ENDS.includes(outcome))

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
/** Whose own a need is: who placed it, and who holds it while they hold it. */
export const isOwn = (of: Need, personId: string) => readsWhole(relationsOf(of, personId))

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
