import type { Actor } from 'domain/kernel/actor'
import type { Instant } from 'domain/kernel/time'
import type { WhenSpan } from 'domain/need/need'
import type { Vault } from '../contact/vault'
import type { Tx } from '../db/pool'
import type { RowChange } from '../sync/changeSet'

/** What may follow a command, by name, and what it is told. Rows of earlier servers wait with what those told. */
export interface EffectData {
  /** A session moved, was taken off, or came back: its orders hear of it. `from`: when it was. */
  tellOrders: {
    serviceId: string
    sessionId: string
    from?: WhenSpan | undefined
    by: Pick<Actor, 'id' | 'displayName'>
  }
}
export type EffectName = keyof EffectData
export type Effect = { [N in EffectName]: { name: N; data: EffectData[N] } }[EffectName]

/** What an effect works with: a transaction of its own, in which it is also crossed off. */
export interface EffectWork {
  tx: Tx
  vault: Vault
  /** The same at every try. */
  id: string
  now: Instant
  /** The phone's time of the tap that it follows. */
  at: Instant
  touch(change: RowChange): void
  later(effect: Effect): void
}

/**
 * What each effect does, at most once: all that it changes in its transaction stands if and only if it is crossed
 * off. What it asked for outside of the database must bear being asked for again, under its id.
 */
export type Effects = { [N in EffectName]: (data: EffectData[N], work: EffectWork) => Promise<void> }
