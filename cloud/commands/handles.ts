import type { Actor } from 'domain/actor'
import type { CommandArgs, CommandName } from 'domain/commands'
import type { Instant } from 'domain/time'
import type { Vault } from '../contacts/vault'
import type { Tx } from '../db/pool'
import type { Touch } from '../sync/touched'

/** What a handler works with: its transaction is open, its arguments are checked; what it does for a repeat is undone. */
export interface Work {
  tx: Tx
  vault: Vault
  actor: Actor
  /** The server's clock, for rules and deadlines. */
  now: Instant
  /** The phone's time of the tap, for the timeline. */
  at: Instant
  commandId: string
  /** Says which row changed for whom; the feeds are written last of all. */
  touch(change: Touch): void
  /** After commit their sockets close, so that a lost right is lost at once. */
  rightsChanged(personId: string): void
}

export type Handler<N extends CommandName> = (args: CommandArgs<N>, work: Work) => Promise<void>

export const handles = <N extends CommandName>(_: N, run: Handler<N>): Handler<N> => run
