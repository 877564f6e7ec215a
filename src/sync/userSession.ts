import { uuid7 } from 'domain/kernel/id'
import type { LiveNews, SyncAnswer, SyncRequest } from 'domain/kernel/protocol'
import { localDay } from 'domain/kernel/time'
import { StorageFull } from '@/platform/port'
import { openAccount } from './account'
import { createAudit } from './audit'
import type { Command, Entry, Me, RowKey, Scope, Sent, SentLine, Status, Sync, SyncOptions } from './contract'
import { exchange, type Heard } from './exchange'
import { createHolds } from './holds'
import type { RoundTripResult } from './loop'
import { createPersister } from './persister'
import { applyAnswers, nextPush, setBack, settleKept, settleReached } from './push'
import { type Applied, nothing } from './replica'
import { createScreen } from './screen'
import type { ServerClock } from './serverClock'
import type { Troubles } from './troubles'

export interface RoundTrip {
  /** `loginNeeded`: the server knows nobody by this token. */
  result: RoundTripResult | 'loginNeeded'
  /** The server has taken, refused or stumbled over something. */
  acknowledged?: boolean
  /** What this phone holds now. */
  scopes?: Scope[]
}

type Asked = Pick<SyncRequest, 'cursors'> & { push: Command[] }

/**
 * One person, or a guest, on this phone from coming to leaving: their outbox, their rows, and what is asked
 * of the server for them. Whoever comes next has a session of their own.
 * @param onLetGo something that was held may be sent now
 * @param onUnkept there is no room for some of the rows
 */
export function openUserSession<View>(
  options: SyncOptions<View>,
  { serverClock, troubles }: { serverClock: ServerClock; troubles: Troubles },
  person: Me | undefined,
  onLetGo: () => void,
  onUnkept: () => void,
) {
  const { platform, replay, check, wordsFor } = options
  const { windows } = platform
  const account = openAccount(platform, person)
  const { outbox, replica } = account
  const audit = createAudit(replica)
  const persister = createPersister(platform, account, onUnkept)
  const screen = createScreen(options, account, serverClock.now)
  const holds = createHolds(platform, outbox, (entry) => {
    screen.show(touched([entry]))
    onLetGo()
  })

  persister.note(nothing(), settleKept(outbox, replica))
  if (windows.isLeader()) persister.begin()

  /**
   * [S7] Whether what is held is of one moment, and nothing after it goes unheard: so it is once a pull has ended whose
   * last page was asked for after the socket's greeting. Until then news of one scope may be half of what happened.
   */
  let ofOneMoment = false
  let greetings = 0

  /** What has come since this person's log-in ended: nobody keeps it for them. */
  const comeSince = new Set<Scope>()

  const touched = (entries: Entry[]): RowKey[] => entries.flatMap(({ command }) => replay.touches(command))

  /** What is looked at. [S10] Who is known by no token is brought nothing else, so home is not left out. */
  const looksAt = (token: string | undefined) =>
    account.watching() ?? (token === undefined ? replay.home?.({ person, held }) : undefined)

  /**
   * One round trip: the outbox goes, what is new comes.
   * @param token left out: as a guest, also for a person whose log-in has ended; then nothing goes
   * @param isCurrent false once it was given up
   */
  async function roundTrip(token: string | undefined, isCurrent: () => boolean): Promise<RoundTrip> {
    const push = token !== undefined && windows.isLeader() ? nextPush(outbox) : []
    const differed = audit.untold()
    const wrong = troubles.untold()
    const askedAfter = greetings
    const asked = {
      device: account.device(),
      push,
      watching: looksAt(token),
      cursors: replica.cursors(),
      ...(differed.length > 0 ? { differed } : {}),
      ...(wrong.length > 0 ? { troubles: wrong } : {}),
    }
    const outcome = await exchange(platform, asked, token)
    if (!isCurrent()) return { result: 'done' }
    if (outcome.kind === 'answer') {
      audit.told(differed)
      troubles.told(wrong)
      const expected = token === undefined ? undefined : person?.id
      if (outcome.answer.personId !== expected) return { result: 'loginNeeded' }
      return take(outcome, asked, askedAfter)
    }
    if (outcome.kind === 'badRequest') return missed(push)
    return { result: outcome.kind }
  }

  function take({ answer, offsetMs, withinMs }: Heard, asked: Asked, askedAfter: number): RoundTrip {
    serverClock.hear(offsetMs, withinMs)
    const { changed, applied, pause, sharedName } = applyAnswers(outbox, asked.push, answer)
    if (sharedName) account.newDevice()
    account.synced(answer.now)
    account.sent.add(localDay(answer.now), applied.map(lineOf))
    persister.notePages(replica.take(answer.changes, asked.cursors))
    if (answer.done && askedAfter === greetings) ofOneMoment = true
    const more = answer.done ? finish(answer, touched(changed)) : true
    if (!answer.done) screen.show(touched(changed))
    return {
      result: pause ? 'busy' : more ? 'more' : 'done',
      acknowledged: changed.length > 0,
      ...(answer.done ? { scopes: answer.scopes } : {}),
    }
  }

  const lineOf = (command: Command): SentLine => ({
    commandId: command.id,
    ...(options.nameOf?.(command) ?? { name: command.name }),
    at: command.at,
  })

  /** The last page has come. @returns whether to ask again at once */
  function finish({ scopes, checksums = {}, personId }: SyncAnswer, keys: RowKey[]): boolean {
    const applied = replica.apply(scopes, personId === person?.id ? undefined : staysFor(scopes))
    if (personId === person?.id) comeSince.clear()
    settle(applied, keys)
    return audit.compare(checksums, applied)
  }

  /** [S10] Whose log-in has ended keeps what they hold until somebody logs in. */
  function staysFor(scopes: Scope[]): (scope: Scope) => boolean {
    for (const scope of scopes) if (!replica.scope(scope)) comeSince.add(scope)
    return (scope) => !comeSince.has(scope)
  }

  // [S4] The server cannot read it, now or ever: the first command is the suspect, and goes alone from now on.
  function missed([first]: Command[]): RoundTrip {
    const entry = first && outbox.of(first.id)
    if (!entry) return { result: 'busy' }
    setBack(outbox, entry)
    screen.show(touched([entry]))
    return { result: 'busy', acknowledged: true }
  }

  /** Rows have changed: shows them, lets go of what they replace, and writes them soon. */
  function settle(applied: Applied, keys: RowKey[] = []) {
    const released = settleReached(outbox, replica, applied.reset, windows.isLeader())
    persister.note(applied, released)
    screen.show([...keys, ...applied.keys, ...touched(released)])
  }

  /** The socket listens from now on: what went before is not told. */
  function greeted() {
    greetings++
    ofOneMoment = false
  }

  /** [S8] All of what came together, or nothing of it. @returns whether the server must be asked what is new */
  function hear(news: LiveNews[]): boolean {
    if (!ofOneMoment || !news.every(replica.follows)) return true
    const applied = nothing()
    for (const each of news) if (each.type === 'patch') replica.patch(each, applied)
    settle(applied)
    return false
  }

  const refused = (code: string): Sent => ({ ok: false, code, text: wordsFor(code) })

  function send(...[name, args, { id: said, holdMs } = {}]: Parameters<Sync['send']>): Sent {
    if (!person) return refused('loginNeeded')
    if (said !== undefined && outbox.of(said)) return { ok: true, commandId: said } // [S3]
    const checked = check(name, args)
    if ('code' in checked) return refused(checked.code)
    const id = said ?? uuid7(serverClock.millis(), platform.randomBytes(10))
    const command = { id, name, args: checked.args, at: serverClock.now() }
    const entry = keep(command, holdMs && platform.clock.now() + holdMs)
    if (!entry) return refused('storageFull')
    holds.begin(entry)
    screen.show(touched([entry]))
    return { ok: true, commandId: id }
  }

  /** [S1] The outbox is never given up: rows make room for it. */
  function keep(command: Omit<Command, 'seq'>, heldUntil: number | undefined): Entry | undefined {
    do {
      try {
        return outbox.add(command, heldUntil)
      } catch (error) {
        if (!(error instanceof StorageFull)) throw error
      }
    } while (persister.makeRoom())
    return undefined
  }

  const held: Sync['held'] = (entity, id) => replica.rowsOf(`${entity}/${id}`)

  return {
    person,
    roundTrip,
    looksAt,
    greeted,
    hear,
    send,
    /** Something to be sent now, by whichever window. */
    unsent: () => nextPush(outbox).length > 0,
    /** All that is kept, in place of whatever is on the screen. */
    showAll: () => screen.show(replica.keys(), true),

    takeBack(commandId: string): boolean {
      const entry = holds.takeBack(commandId)
      if (entry) screen.show(touched([entry]))
      return entry !== undefined
    },

    retry(commandId: string) {
      const entry = outbox.of(commandId)
      if (entry?.state !== 'aside') return
      outbox.renew(entry)
      screen.show(touched([entry]))
    },

    dismiss(commandId: string) {
      const entry = outbox.dismiss(commandId)
      if (entry) screen.show(touched([entry]))
    },

    watching: account.watching,
    watch: account.watch,
    hold: (...rows: Parameters<Sync['hold']>) => screen.show(replica.hold(...rows)),
    held,
    pending: ((entity, id) =>
      outbox
        .open()
        .filter(({ command }) => replay.touches(command).includes(`${entity}/${id}`))
        .map(({ command }) => command.id)) satisfies Sync['pending'],

    status: (): Omit<Status, 'online' | 'state' | 'clockOffsetMs'> => ({
      person,
      watching: account.watching(),
      filled: replica.fills(account.watching()),
      entries: outbox.open().filter(({ state }) => state !== 'answered'),
      doubts: screen.doubts(),
      refusals: outbox.refusals(),
      unkept: persister.unkept(),
      lastSyncAt: account.lastSyncAt(),
      sent: account.sent.on(localDay(serverClock.now())),
    }),

    /** Another window has set or removed a key. @returns whether something of this person's outbox is in it */
    hearStored(key: string): boolean {
      if (!account.owns(key)) return false
      account.reread(key)
      const entries = outbox.reread(key)
      for (const { command } of entries) holds.end(command.id)
      const now = entries[entries.length - 1]
      if (now && outbox.of(now.command.id)) holds.begin(now)
      if (entries.length > 0) settle(nothing(), touched(entries))
      return entries.length > 0
    },

    /** It is this window's turn to write: what has come since it read, the one before may have kept or not. */
    keep: persister.begin,
    /** Writes now what was to be written soon. */
    flush: persister.flush,
    /** Somebody else comes: what was not yet sent stays. */
    leave() {
      holds.stop()
      persister.clear()
    },
    /** Nothing of it runs any more; all is kept. */
    stop() {
      holds.stop()
      persister.flush()
    },
  }
}
export type UserSession = ReturnType<typeof openUserSession>
