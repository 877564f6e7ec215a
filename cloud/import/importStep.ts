import type { CommandArgs, CommandName } from 'domain/commands'
import type { Actor } from 'domain/kernel/actor'
import type { Instant } from 'domain/kernel/time'
import type { NeedStatus } from 'domain/need/status'

/** One command of the import: who gave it, when, and the record that it comes from. */
export type ImportStep = {
  [N in CommandName]: {
    name: N
    args: CommandArgs<N>
    actor: Actor
    at: Instant
    record: string
    /** What the need must have become by this, its last event. */
    expects?: { needId: string; status: NeedStatus }
  }
}[CommandName]

/** What the steps refer to by key. */
export interface Cast {
  now: Instant
  idOf: (key: string) => string
  actorOf: (key: string) => Actor
  /** Who keeps the lists of a community. */
  secretaryOf: (community: string) => Actor
}
