import type { Command } from 'domain/commands'
import type { AreaCode } from 'domain/kernel/area'
import type { Scope } from 'domain/kernel/scope'
import type { Instant } from 'domain/kernel/time'
import { create } from 'zustand'

/**
 * How sending stands. `stalled`: something waits although there is a network; `loginNeeded`: the log-in has
 * ended, what was written is kept; `tooOld`: the app must be updated first.
 */
export type SyncState = 'idle' | 'sending' | 'offline' | 'stalled' | 'tooOld' | 'loginNeeded'

/** One line of the outbox sheet (待发箱): not yet sent, or set aside; `held` may still be taken back. */
export interface QueueEntry {
  command: Command
  /** What it is about, such as the need's title. */
  about: string
  state: 'waiting' | 'held' | 'aside'
  /** By which code the rules refuse it on what this phone knows. */
  doubt?: string
  /** Why it was set aside. */
  text?: string
}

/** A command that ended refused; shown until dismissed. Its arguments are there to be mended and sent anew. */
export interface RefusedCommand {
  command: Command
  about: string
  code: string
  /** What happened and what to do now. */
  text: string
  at: Instant
}

export interface AppState {
  /** Rows from the last time have been read; until then a page shows its skeleton. */
  ready: boolean
  /** Nobody: a guest. */
  person?: { id: string; displayName: string } | undefined
  /** The community in view; none until a guest picks one. */
  community?: AreaCode | undefined
  online: boolean
  sync: SyncState
  /** A first pull of what is in view has come, now or in an earlier run. */
  filled: boolean
  outbox: QueueEntry[]
  refused: RefusedCommand[]
  /** Scopes for which this phone has no room: without a network they are not there at the next start. */
  unkept: Scope[]
  lastSyncAt?: Instant | undefined
  /** Commands that the server took today. */
  sentToday: number
  /** The newest of them, first, by name. */
  sentLately: { commandId: string; name: string; about?: string; at: Instant }[]
  /** Server's clock minus this phone's. */
  clockOffsetMs: number
}

export const useAppState = create<AppState>(() => ({
  ready: false,
  online: true,
  sync: 'idle',
  filled: false,
  outbox: [],
  refused: [],
  unkept: [],
  sentToday: 0,
  sentLately: [],
  clockOffsetMs: 0,
}))

export const publishAppState = (changes: Partial<AppState>) => useAppState.setState(changes)

export const useIsGuest = () => useAppState((state) => state.person === undefined)
export const useCommunity = () => useAppState((state) => state.community)
/** How many commands still wait to be sent, and how many people should look at. */
export const useWaitingCount = () =>
  useAppState((state) => state.outbox.filter((each) => each.state !== 'held').length)
/** What may be taken back (撤回), the newest. */
export const useHeld = () =>
  useAppState((state) => state.outbox.filter((each) => each.state === 'held').pop())
export const useAttentionCount = () =>
  useAppState((state) => state.refused.length + state.outbox.filter((each) => each.state === 'aside').length)
