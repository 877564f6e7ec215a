import type { Instant } from 'domain/kernel/time'
import type { HttpAnswer, Platform } from '@/platform/port'

/** An audience with its own view of things; to the engine a name and nothing more. */
export type Scope = string
/** Rows asked for page by page stand in no scope. */
export const ASKED: Scope = 'asked'

/** One thing over all scopes: its entity and its id. */
export type RowKey = `${string}/${string}`
export const keyOf = (entity: string, id: string): RowKey => `${entity}/${id}`
export function partsOf(key: RowKey): [entity: string, id: string] {
  const slash = key.indexOf('/')
  return [key.slice(0, slash), key.slice(slash + 1)]
}

/** The commands that an app knows: their names, and what each is told. */
export type Commands = Record<string, unknown>

/** A command as the outbox keeps it and the wire carries it. */
export type Command<C extends Commands = Commands> = {
  [N in keyof C & string]: {
    /** Time-ordered; with the actor it names the command for ever. */
    id: string
    /** Grows by one per device. */
    seq: number
    name: N
    args: C[N]
    /** This phone's time of the tap, corrected by the server's offset. */
    at: Instant
  }
}[keyof C & string]

/** A row as one scope shows it. */
export interface HeldRow {
  scope: Scope
  row: unknown
}

/**
 * A command in the outbox. `waiting`: to be sent, or sent and not answered; `answered`: applied by the
 * server, but a pull has not yet brought what it changed; `aside`: given up on until people say otherwise;
 * `refused`: ended, and kept until people have seen it.
 */
export interface Entry<C extends Commands = Commands> {
  command: Command<C>
  state: 'waiting' | 'answered' | 'aside' | 'refused'
  /** How often the server stumbled over it. */
  failures: number
  /** Of a held one: until when it may be taken back, as this phone's clock counts. */
  heldUntil?: number | undefined
  /** Of an answered one: the change it made in each scope that is not yet reached. */
  numbers?: Record<Scope, number>
  /** Whose numbers these are; undefined: of the epoch that was held. */
  epoch?: string | undefined
  /** Of a refused one. */
  refusal?: Omit<Refusal, 'command'>
}

/** A command that ended refused. */
export interface Refusal<C extends Commands = Commands> {
  command: Command<C>
  code: string
  text: string
  at: Instant
}

export interface Me {
  id: string
  displayName: string
}

/** What a replay may look at beside the row in question. */
export interface World {
  /** Nobody: a guest. */
  person: Me | undefined
  now: Instant
  held(entity: string, id: string): HeldRow[]
}

/** What the engine asks about rows; it knows nothing about them itself. */
export interface Replay<View, C extends Commands = Commands> {
  /** The rows that a command changes on the screen. */
  touches(command: Command<C>): RowKey[]
  /**
   * What is visible of one row: what the scopes say, with the entries replayed over it in order. What it
   * throws is told as trouble, and that row is shown without the entries, or not at all.
   * @param held as the scopes show it, most needed scope first; empty where only this phone knows of it
   * @returns no view where nothing is to be seen; `doubts` are entries that the rules refuse on what is known
   */
  show(key: RowKey, held: HeldRow[], entries: Entry<C>[], world: World): Shown<View>
  /** [S10] What a person looks at who has chosen nothing: it goes on being pulled when their log-in has ended. */
  home?(world: Pick<World, 'person' | 'held'>): Scope | undefined
}
export interface Shown<View> {
  view?: View | undefined
  /** Codes, by command. */
  doubts?: Record<string, string>
}

/** What an app calls a command, and what it is about. */
export interface SentName {
  name: string
  about: string
}

/** A command that has arrived, in the words of the app: its arguments leave the phone with it. */
export interface SentLine extends Partial<SentName> {
  commandId: string
  name: string
  at: Instant
}

export type State = 'idle' | 'sending' | 'offline' | 'stalled' | 'tooOld' | 'loginNeeded'

export interface Status<C extends Commands = Commands> {
  person: Me | undefined
  watching: Scope | undefined
  online: boolean
  state: State
  filled: boolean
  /** Waiting or set aside, in order. */
  entries: Entry<C>[]
  doubts: Record<string, string>
  refusals: Refusal<C>[]
  /** What this phone has no room to keep: it is shown in this run, and fetched again in the next. */
  unkept: Scope[]
  lastSyncAt: Instant | undefined
  /** What the server took today: how many, and the newest of them. */
  sent: { count: number; newest: SentLine[] }
  clockOffsetMs: number
}

export interface SyncOptions<View, C extends Commands = Commands> {
  platform: Platform
  /** The arguments as they may be kept and sent, or the code by which they are refused. */
  check<N extends keyof C & string>(name: N, args: C[N]): { args: C[N] } | { code: string }
  /** What people read about a code of `check`, or of the engine itself. */
  wordsFor(code: string): string
  replay: Replay<View, C>
  /** What people call a command. It stays on the phone for the day, so nothing private may be in it. */
  nameOf?(command: Command<C>): SentName
  /** Rows whose view changed; undefined for one that is gone. `anew`: forget all others first. */
  onRows(changed: Map<RowKey, View | undefined>, anew: boolean): void
  onStatus(status: Status<C>): void
  /** A mistake of ours that was survived, such as a row that cannot be shown. The server is told too [S17]. */
  onTrouble(error: unknown, where: string): void
  /** Which version of the app this is. */
  build?: string
}

export interface SendOptions {
  /** Names the command: the same twice is one command, also from two windows or after a kill. Left out: a new one. */
  id?: string | undefined
  /** 撤回: for so long it stays on this phone and may be taken back; what is done after it waits behind it. */
  holdMs?: number
}

/**
 * A command was kept, and is on the screen; or was not, and nothing changed. Codes of the engine's own:
 * `loginNeeded` for a guest, `storageFull` where the phone has no room even for this.
 */
export type Sent = { ok: true; commandId: string } | { ok: false; code: string; text: string }

export interface Sync<C extends Commands = Commands> {
  /** Reads what the phone keeps, shows it, and only then asks the network. */
  start(): void
  /** Keeps what is not yet kept and falls silent for good. */
  stop(): void
  /** [S1] Kept first, then shown, then sent. */
  send<N extends keyof C & string>(name: N, args: C[N], options?: SendOptions): Sent
  /** Undoes a held command without a trace. @returns false where its time is over: it goes, or has gone */
  takeBack(commandId: string): boolean
  /** Sends again what was set aside. */
  retry(commandId: string): void
  /** Seen: a refusal leaves its list; what was set aside is given up. */
  dismiss(commandId: string): void
  /** A scope to be looked at, beside one's own. */
  watch(scope: string | undefined): void
  /** Pushes and pulls now. Resolves when it has been tried, whatever came of it. */
  refresh(): Promise<void>
  /** From now on this person. Whoever was before keeps their outbox; their rows leave the phone. */
  logIn(token: string, person: Me): void
  logOut(): void
  /** One authorised request beside the sync. @throws NetworkFailure, also where somebody else has come since */
  ask(method: 'GET' | 'POST', path: string, body?: unknown): Promise<HttpAnswer>
  /** Shows rows that were asked for page by page, until a scope knows better or somebody else looks. */
  hold(entity: string, rows: { id: string; row?: unknown }[]): void
  held(entity: string, id: string): HeldRow[]
  /** The commands that are shown over a row and may not be part of it yet, in order. */
  pending(entity: string, id: string): string[]
  /** A mistake of the app's own that was survived: told once by the next round trip [S17]. */
  tell(error: unknown, where: string): void
  /** The server's time as well as this phone can know it. */
  now(): Instant
}
