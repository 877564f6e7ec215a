import * as z from 'zod/mini'
import type { Actor } from './actor'
import type { RefusalCode } from './refusal'
import type { Seen } from './seen'
import { id, instant } from './text'
import type { Instant } from './time'

/** What a workflow moves. */
export interface Stateful {
  id: string
  status: string
  /** Grows by one with every event. */
  version: number
  /** When its newest event was. */
  changedAt: Instant
  /** Fields of a row that this build cannot read; nothing is decided by them. */
  unread?: readonly string[]
}

/** One line of a timeline, of whatever thing. Never rewritten; folded in order, the events of a thing give its state. */
export const stepEvent = z.object({
  id,
  action: z.string(),
  byId: id,
  byName: z.string(),
  at: instant,
  note: z.optional(z.string()),
  /** What else the action said: offer, score, headcount … as in the command's arguments. */
  said: z.optional(z.record(z.string(), z.unknown())),
})
export type Named<N extends string> = { [K in `${N}Id`]: string }
/** `N`: the entity, as in `needId` of a `need`. */
export type EventOf<N extends string> = z.infer<typeof stepEvent> & Named<N>

/** Arguments of a step. `note` is the reason where the action asks for one. */
export interface Step {
  action: string
  note?: string | undefined
  seen?: Seen | undefined
}

export type Rule<T> = (thing: T, actor: Actor, now: Instant) => RefusalCode | undefined
export const unless = (allowed: boolean, code: RefusalCode) => (allowed ? undefined : code)

/** Whether what an action asks for was given with it. */
export type Requirement<T> = (
  thing: T,
  said: Readonly<Partial<Record<string, unknown>>>,
) => RefusalCode | undefined

/** What an action changes. Reads the event alone, so that a replay gives the same. */
export type Effect<N extends string, T> = (thing: T, event: EventOf<N>) => Partial<T>

/** The rule of one action. */
export interface Transition<
  T extends Stateful,
  Action extends string,
  By extends string,
  Asks extends string,
> {
  /** Who may take it, apart from the status. */
  by: By
  from: readonly T['status'][]
  /** What else must hold. */
  only?: Rule<T>
  /** What the action asks for, beside a note that is always welcome. */
  asks?: Asks | 'reason'
  /** Statuses in which it asks for a reason although elsewhere it does not. */
  reasonFrom?: readonly T['status'][]
  /** What makes it another step than was meant, where it came after the screen on which this one was tapped. */
  heeds?: readonly Action[]
  /** Not a button: the server's own, or one that has no screen of its own yet. */
  silent?: true
  /** What of the thing decides, beside its status: where a build cannot read that, it does not offer the action. */
  reads?: readonly (keyof T & string)[]
}
