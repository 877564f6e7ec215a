import { type Actor, SYSTEM } from './actor'
import { type RefusalCode, Refused } from './refusal'
import { unseen } from './seen'
import { clampInstant, type Instant } from './time'
import {
  type Effect,
  type EventOf,
  type Named,
  type Requirement,
  type Rule,
  type Stateful,
  type Step,
  type Transition,
  unless,
} from './transition'

interface Workflow<
  N extends string,
  T extends Stateful,
  M extends Step,
  By extends string,
  Asks extends string,
> {
  entity: N
  /** In the order of the buttons. */
  transitions: Readonly<Record<M['action'], Transition<T, M['action'], By, Asks>>>
  who: Readonly<Record<By, Rule<T>>>
  requires: Readonly<Record<Asks, Requirement<T>>>
  effects: Readonly<Record<M['action'], Effect<N, T>>>
  /** What the event of a step keeps beside what was sent. */
  keeps?: (thing: T, action: M['action'], actor: Actor) => Record<string, unknown>
  /** Whether this build knows what a field says that it can read. */
  knows?: (thing: T, field: keyof T & string) => boolean
  /** For an action that is not in the table, another status, what this build cannot read, and no reason. */
  refusals: Readonly<Record<'unknown' | 'status' | 'unread' | 'reason', RefusalCode>>
}

/** A thing after a step, under the name of its entity, and the event that says so. */
type Stepped<N extends string, T> = { [K in N]: T } & { event: EventOf<N> }

/** All that a phone and a server do with a thing that has a status, made from one table. */
export function defineWorkflow<
  N extends string,
  T extends Stateful,
  M extends Step & Named<N>,
  By extends string,
  Asks extends string,
>({ entity, transitions, who, requires, effects, keeps, knows, refusals }: Workflow<N, T, M, By, Asks>) {
  type Action = M['action']
  const key = `${entity}Id` as const
  const rule = (action: Action): Transition<T, Action, By, Asks> | undefined => transitions[action]

  const isReadable = (thing: T, field: keyof T & string) =>
    !thing.unread?.includes(field) && knows?.(thing, field) !== false

  /** Why `actor` may not take `action` at all now, whatever they would say with it. */
  function barrier(thing: T, action: Action, actor: Actor, now: Instant): RefusalCode | undefined {
    const found = rule(action)
    if (!found) return refusals.unknown
    const { by, from, only, reads = [] } = found
    return (
      who[by](thing, actor, now) ??
      unless(from.includes(thing.status), refusals.status) ??
      unless(
        reads.every((field) => isReadable(thing, field)),
        refusals.unread,
      ) ??
      only?.(thing, actor, now)
    )
  }

  /** What an action asks for in a thing of this status, for the form that the phone shows before sending. */
  function asksOf(thing: T, action: Action): Asks | 'reason' | undefined {
    const { asks, reasonFrom } = rule(action) ?? {}
    return asks ?? (reasonFrom?.includes(thing.status) ? 'reason' : undefined)
  }

  function missing(thing: T, action: Action, said: Partial<M>): RefusalCode | undefined {
    const { asks, reasonFrom } = rule(action) ?? {}
    if ((asks === 'reason' || reasonFrom?.includes(thing.status)) && !said.note) return refusals.reason
    return asks === undefined || asks === 'reason' ? undefined : requires[asks](thing, said)
  }

  /** Why `actor` may not take `action` now, or undefined when they may. */
  function refusal(
    thing: T,
    action: Action,
    said: Partial<M>,
    actor: Actor,
    now: Instant,
  ): RefusalCode | undefined {
    return barrier(thing, action, actor, now) ?? missing(thing, action, said)
  }

  /** The buttons that `actor` sees on a thing, in the order of the table. */
  const actionsFor = (thing: T, actor: Actor, now: Instant): Action[] =>
    (Object.keys(transitions) as Action[]).filter(
      (action) => !rule(action)?.silent && !barrier(thing, action, actor, now),
    )

  /**
   * What came after the screen on which a step was tapped, and makes it another step than was meant: nothing is taken
   * from anybody, or undone, that the screen did not show. Words, reminders and what one did oneself before count as
   * seen.
   */
  function surprises<E extends EventOf<N>>(
    { action, seen }: Pick<M, 'action' | 'seen'>,
    events: readonly E[],
  ): E[] {
    const heeds: readonly string[] | undefined = rule(action)?.heeds
    if (!heeds || !seen) return []
    return unseen(events, seen).filter((event) => heeds.includes(event.action))
  }

  /** Folds one event into a thing: the same events always give the same state. One that nobody knows changes nothing. */
  function apply(thing: T, event: EventOf<N>): T {
    const effect: Effect<N, T> | undefined = effects[event.action as Action]
    return { ...thing, ...effect?.(thing, event), version: thing.version + 1, changedAt: event.at }
  }

  function stepped(
    thing: T,
    { action, note, said }: { action: Action; note?: string | undefined; said: object },
    { id: byId, displayName: byName }: Actor,
    { now, at = now, eventId }: { now: Instant; at?: Instant; eventId: string },
  ): Stepped<N, T> {
    const event: EventOf<N> = {
      id: eventId,
      ...({ [key]: thing.id } as Named<N>),
      action,
      byId,
      byName,
      at: clampInstant(at, thing.changedAt, now),
      ...(note ? { note } : {}),
      ...(Object.keys(said).length > 0 ? { said: { ...said } } : {}),
    }
    return { [entity]: apply(thing, event), event } as Stepped<N, T>
  }

  /**
   * One step of the workflow.
   * @param eventId the command's id: one command, one event on a thing
   * @param at the phone's time of the tap, believed between the thing's last event and `now`
   * @throws Refused as `refusal()` says
   */
  function advance(
    thing: T,
    move: M,
    actor: Actor,
    time: { now: Instant; at?: Instant; eventId: string },
  ): Stepped<N, T> {
    const action = move.action as Action
    const code = refusal(thing, action, move, actor, time.now)
    if (code) throw new Refused(code)
    const { action: _, note, seen: __, [key]: ___, ...rest } = move
    return stepped(thing, { action, note, said: { ...rest, ...keeps?.(thing, action, actor) } }, actor, time)
  }

  /** A step that is nobody's: the system states what has come to pass, whoever might take such a step otherwise. */
  const systemStep = (
    thing: T,
    step: { action: Action; note: string; said: Record<string, unknown> },
    { now, eventId }: { now: Instant; eventId: string },
  ): Stepped<N, T> => stepped(thing, step, SYSTEM, { now, eventId })

  return { barrier, asksOf, refusal, actionsFor, surprises, apply, advance, systemStep }
}
