import * as z from 'zod/mini'
import { fewKeys, id, instant } from './text'

// The contract of phone and server about rows and commands of any kind; `things.ts` says which are ours.

/** Versions n to n-2 are served; a phone that speaks an older one is told to update. */
export const PROTOCOL_VERSION = 3
export const OLDEST_PROTOCOL = 1
/** News came in messages of another shape before. Such a phone is kept on no socket: so it polls. */
export const NEWS_SINCE = 3

/** Rows of one scope in one page of a pull; with as many over all scopes, the page ends. */
export const PAGE_ROWS = 1000
/** Commands in one push. */
export const PUSH_COMMANDS = 50

/** Where a phone stands in a scope: `number` of the last change it has, within the server's `epoch`. */
export const cursor = z.object({
  epoch: z.string().check(z.maxLength(60)),
  number: z.int().check(z.gte(0)),
  /**
   * Snapshot start: the scope's counter when a pull without a cursor began. Rows deleted before it were never sent. The
   * client echoes this value.
   */
  begun: z.optional(z.int().check(z.gte(0))),
})
export type Cursor = z.infer<typeof cursor>

/** An audience with one projection; to phones a name and nothing more. */
const scope = z.string().check(z.maxLength(60))

/** One changed row of a scope, or, without `row`, one that is gone from it. Ids are unique within their entity. */
export const change = z.object({
  entity: z.string(),
  id: z.string(),
  number: z.int(),
  row: z.optional(z.unknown()),
})
export type Change = z.infer<typeof change>

export const sentCommand = z.object({
  id,
  seq: z.int().check(z.gte(1)),
  name: z.string().check(z.maxLength(60)),
  args: z.unknown(),
  at: instant,
})

/** [S17] A mistake of ours on a phone, without anything about people. */
export const trouble = z.object({
  build: z.string().check(z.maxLength(40)),
  /** Which part of the app. */
  place: z.string().check(z.maxLength(80)),
  message: z.string().check(z.maxLength(300)),
})
export type Trouble = z.infer<typeof trouble>

export const syncRequest = z.object({
  protocol: z.int(),
  /** Names this installation; made once and kept. */
  device: id,
  /** The outbox in order; arguments are checked one by one, so that one bad command stops no other. */
  push: z.array(sentCommand).check(z.maxLength(PUSH_COMMANDS)),
  /** A scope to be looked at beside one's own. */
  watching: z.optional(scope),
  cursors: z.record(scope, cursor).check(fewKeys(1000)),
  /** [S11] Scopes that differed from their checksum and are therefore taken anew: told once, for the server's log. */
  differed: z.optional(z.array(scope).check(z.maxLength(100))),
  /** [S17] Told once, for the server's log. */
  troubles: z.optional(z.array(trouble).check(z.maxLength(50))),
})
export type SyncRequest = z.infer<typeof syncRequest>

/** How a command ended. `numbers`: the change that it made in each scope it touched. */
export const answer = z.union([
  z.object({ id, ok: z.literal(true), numbers: z.record(scope, z.int()) }),
  z.object({
    id,
    ok: z.literal(false),
    code: z.string(),
    text: z.string(),
    retry: z.boolean(),
  }),
])
export type Answer = z.infer<typeof answer>

/** [S11] What stands in a scope at `number`: how many rows, and the sum over them (`checksum.ts`). */
export const checksum = z.object({ number: z.int(), count: z.int(), sum: z.int() })
export type Checksum = z.infer<typeof checksum>

export const syncAnswer = z.object({
  protocol: z.int(),
  /** The server's clock. */
  now: instant,
  /** Who the token belongs to; absent for a guest. */
  personId: z.optional(id),
  answers: z.array(answer),
  /** All that this phone may hold, most needed first; it drops every other scope. */
  scopes: z.array(scope),
  changes: z.record(
    scope,
    z.object({
      /** Forget what you hold of this scope first. */
      reset: z.boolean(),
      cursor,
      rows: z.array(change),
    }),
  ),
  /** With the last page, of the same moment: what the phone must hold now of every scope. Since version 2. */
  checksums: z.optional(z.record(scope, checksum)),
  /** False: ask again from the new cursors, and show nothing of these pages before the last has come. */
  done: z.boolean(),
})
export type SyncAnswer = z.infer<typeof syncAnswer>

/** What a phone says on `GET /api/live`. The first message carries the token, never the address. */
export const liveRequest = z.object({
  type: z.literal('hello'),
  protocol: z.int(),
  token: z.optional(z.string().check(z.maxLength(100))),
  watching: z.optional(scope),
})
export type LiveRequest = z.infer<typeof liveRequest>

/** Seconds between two beats on a quiet socket: a phone that has heard none of them for a while is alone. */
export const BEAT_SECONDS = 30

/** A scope has moved, or the move itself. */
export type LiveNews =
  | { type: 'hint'; scope: string; number: number }
  | {
      type: 'patch'
      scope: string
      epoch: string
      from: number
      to: number
      rows: Change[]
    }

/**
 * What the server says: which scopes it listens to, that it is still there, or news, together what came together. A
 * server of version 1 does not beat.
 */
export type LiveMessage =
  | { type: 'ready'; scopes: string[]; beats?: true }
  | { type: 'beat' }
  | { type: 'news'; news: LiveNews[] }
  | { type: 'refused'; code: string; text: string }
