import type { CommandArgs, CommandName } from 'domain/commands'
import type { Actor } from 'domain/kernel/actor'
import type { Instant } from 'domain/kernel/time'
import type { Catalogues } from '../category/catalogues'
import type { Vault } from '../contact/vault'
import type { Tx } from '../db/pool'
import type { Effect } from '../effects/effect'
import type { RowChange } from '../sync/changeSet'

/** What a handler works with: its transaction is open, its arguments are checked; what it does for a repeat is undone. */
export interface Work {
  tx: Tx
  vault: Vault
  catalogues: Catalogues
  actor: Actor
  /** The server's clock, for rules and deadlines. */
  now: Instant
  /** The phone's time of the tap, for the timeline. */
  at: Instant
  commandId: string
  /** Says which row changed for whom; the feeds are written last of all. */
  touch(change: RowChange): void
  /** After commit their sockets close, so that a lost right is lost at once. */
  rightsChanged(personId: string): void
  /** Says what follows once this is committed: it is kept with the command, and done once. */
  later(effect: Effect): void
}

export interface Handler<N extends CommandName> {
  run: (args: CommandArgs<N>, work: Work) => Promise<void>
  /**
   * Whether it may be done in one transaction with others of which this is said: it changes only what it makes itself,
   * and takes no lock but by statements that are `joined`, each of which takes its locks in sorted order.
   */
  joins: (args: CommandArgs<N>) => boolean
}

/** Of every command. */
export type Handlers = { [N in CommandName]: Handler<N> }

export const handles = <N extends CommandName>(
  _: N,
  run: Handler<N>['run'],
  { joins = () => false }: Partial<Pick<Handler<N>, 'joins'>> = {},
): Handler<N> => ({ run, joins })
