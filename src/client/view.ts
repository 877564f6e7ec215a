import type { CommandsByName } from 'domain/commands'
import type { NeedView, Records } from '@/store/records'
import type * as sync from '@/sync/contract'

/** What pages see of one row: a need's view, or the listed thing, area, org or person itself. */
export type View = NeedView | Listed
export type Listed = Records[Exclude<keyof Records, 'needs' | 'me'>][string]

/** The engine's, with our commands in it. */
export type Entry = sync.Entry<CommandsByName>
export type Refusal = sync.Refusal<CommandsByName>
export type Status = sync.Status<CommandsByName>
