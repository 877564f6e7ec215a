import type { MoveArgs, NeedAction } from 'domain/need/moves'
import type { Need, NeedEvent } from 'domain/need/need'
import type { TRANSITIONS } from 'domain/need/transitions'
import type { Records } from '@/store/records'
import type { IconName } from '@/ui/icons'

type Rules = typeof TRANSITIONS
type Having<T> = { [A in NeedAction]: Rules[A] extends T ? A : never }[NeedAction]
type Silent = Having<{ silent: true }>
/** Actions that another one heeds: who tapped that one may have to read what came before it. */
type Heeded = Rules[Having<{ heeds: readonly NeedAction[] }>]['heeds'][number]

/** What a sheet asked for, beside the action itself. */
export interface Said {
  note?: string | undefined
  score?: number | undefined
  minutes?: number | undefined
  headcount?: number | undefined
}

type Tell = (by: string, event: NeedEvent) => string

/** Every action: how it reads once it was taken. */
export interface StepFace {
  /** On the button. */
  label: string
  /** In the timeline. */
  did: Tell
  /** Whether the newest of these is the step under way; `aside`: said beside the steps, or takes one back. */
  timeline: 'step' | 'aside'
  /** To who tapped another step on a screen that did not show this one. */
  meanwhile?: Tell
}

/** What a sheet asks before an action is sent. */
export interface Ask {
  question: string
  /** In the heading, where it says more than the question. */
  title?: (need: Need) => string
  /** What somebody should know before they send it. */
  foreword?: (need: Need) => string | undefined
  placeholder?: string
  /** What people say most, to tap instead of typing; nobody has to. */
  reasons?: readonly string[]
  /** What is missing without words, where that is no reason. */
  wanted?: string
  /** A rating is recorded for somebody without a phone. */
  recordsRating?: true
  /** Asks how long it took. */
  minutes?: true
  /** On the button that sends it. */
  send: string
  /** On the button that does not. */
  back?: string
  /** Asked although the rules want nothing: nobody shall do it by a slip. */
  confirms?: true
}

/** An action with a button. */
export interface ButtonFace extends StepFace {
  icon: IconName
  /** Lowest first: `main` for the one main button, where it may be that; `beside` for the others. */
  rank: { main?: number; beside: number }
  /** Red is for the `next` step; `calm`: possible, but nobody's next step; `out`: a way out. */
  tone: 'next' | 'calm' | 'out'
  /** On the main button, where it is not the label. */
  mainText?: string
  /** Instead of the label while somebody is at it already. */
  again?: string
  /** On the card of a task. */
  shortcut?: string
  /** In the outbox, where it is not the label. */
  noun?: string
  /** A short word after it; none where the page itself says it. */
  done: string | ((need: Need) => string) | undefined
  /** While it may be taken back. */
  held: string | ((move: MoveArgs, names: Pick<Records, 'people' | 'orgs'>) => string)
  ask?: Ask
  /** It has a form of its own on the dispatcher's page. */
  desk?: true
  /** What the move says beside a note. */
  says?: (said: Said) => object
}

type Move<A> = Extract<MoveArgs, { action: A }>
type Says<A> = Omit<Move<A>, 'needId' | 'action' | 'note' | 'seen'>

interface OnDesk {
  desk: true
  ask?: never
  says?: never
}

/** By the rule: what asks for words has a question, what asks for more than a sheet can has a form on the desk. */
type Asking<A extends NeedAction> = Rules[A] extends { asks: 'offer' | 'target' }
  ? OnDesk
  : Rules[A] extends { asks: 'reason' } | { reasonFrom: readonly string[] }
    ? { ask: Ask & { placeholder: string } } | OnDesk
    : Rules[A] extends { asks: string }
      ? { ask: Ask }
      : { ask?: never }

type Saying<A> = keyof Says<A> extends never ? { says?: never } : OnDesk | { says: (said: Said) => Says<A> }

/** All that people read of one action. What its rule makes necessary is missing only against the type. */
export type ActionFace<A extends NeedAction> = (A extends Silent
  ? StepFace
  : ButtonFace & Asking<A> & Saying<A>) &
  (A extends Heeded ? { meanwhile: Tell } : unknown)
