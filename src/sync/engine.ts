import type { Command } from 'domain/commands'
import { uuid7 } from 'domain/id'
import { type LiveMessage, PROTOCOL_VERSION, type SyncAnswer } from 'domain/protocol'
import { REFUSALS, type RefusalCode } from 'domain/refusal'
import { localDay } from 'domain/time'
import { type Stop, StorageFull } from '@/platform/port'
import * as kept from './account'
import type { Entry, Me, RowKey, Sent, Sync, SyncOptions } from './contract'
import { exchange, jittered } from './exchange'
import { createKeeper } from './keeper'
import { createLive } from './live'
import { createLoop, type Landing } from './loop'
import type { Applied } from './pull'
import { digest, nextPush, releaseReached } from './push'

/**
 * The outbox and the rows of one phone. Knows needs only through `replay` and the phone only through
 * `platform`, and keeps nothing outside this closure, so that many run side by side in one process.
 */
export function createSync<View>(options: SyncOptions<View>): Sync {
  const { platform, replay, check, onRows, onStatus } = options
  const { clock, network, screen } = platform
  const jitter = (ms: number) => jittered(ms, platform.randomBytes)

  let token: string | undefined
  let account!: kept.Account
  let keeper: ReturnType<typeof createKeeper> | undefined
  let offsetMs = kept.readOffset(platform)
  let doubts: Record<string, RefusalCode> = {}
  let listening: Stop[] = []
  /** Numbers that the socket named and the rows have not reached. */
  const heard = new Map<string, number>()
  /** The scopes that the socket listens to, and those for which it was opened anew. */
  let greeted = ''
  let reopenedFor = ''

  const now = () => new Date(clock.now() + offsetMs).toISOString()
  const held: Sync['held'] = (entity, id) => account.holdings.rowsOf(`${entity}/${id}`)

  const loop = createLoop({
    platform,
    jitter,
    trip,
    waiting: () => account.outbox.waiting().length > 0,
    live: () => live.ready(),
    onChange: tell,
    onStall: () => live.reopen(),
  })

  const live = createLive({
    platform,
    jitter,
    hello: () => ({ type: 'hello', protocol: PROTOCOL_VERSION, token, watching: account.notes.watching }),
    onReady(scopes) {
      greeted = scopes.join()
      loop.nudge()
    },
    onNews: hear,
    onRefused: (code) => (code === 'tooOld' ? loop.end('tooOld') : loop.nudge()),
  })

  // What is seen: confirmed rows with the outbox replayed over them [S9].

  function show(keys: Iterable<RowKey>, anew = false) {
    const touching = new Map<RowKey, Entry[]>()
    for (const entry of account.outbox.all())
      for (const key of replay.touches(entry.command))
        touching.set(key, [...(touching.get(key) ?? []), entry])
    const world = { person: account.person, now: now(), held }
    const changed = new Map<RowKey, View | undefined>()
    doubts = {}
    for (const key of new Set([...keys, ...touching.keys()])) {
      const shown = replay.show(key, account.holdings.rowsOf(key), touching.get(key) ?? [], world)
      Object.assign(doubts, shown.doubts)
      changed.set(key, shown.view)
    }
    onRows(changed, anew)
  }

  function tell() {
    const { outbox, notes, holdings, person } = account
    onStatus({
      person,
      watching: notes.watching,
      online: network.online(),
      state: loop.state(),
      filled: holdings.order().length > 0,
      entries: outbox.all().filter((entry) => entry.state !== 'answered'),
      doubts,
      refusals: outbox.refusals(),
      lastSyncAt: notes.lastSyncAt,
      sentToday: notes.day === localDay(now()) ? (notes.sent ?? 0) : 0,
      clockOffsetMs: offsetMs,
    })
  }

  // One round trip: the outbox goes, what is new comes.

  async function trip(isCurrent: () => boolean): Promise<Landing> {
    const { device, outbox, holdings, notes } = account
    heard.clear()
    const push = nextPush(outbox)
    const outcome = await exchange(
      platform,
      { device, push, watching: notes.watching, cursors: holdings.cursors() },
      token,
    )
    if (!isCurrent()) return 'done'
    if (outcome.kind !== 'answer') return outcome.kind
    if (outcome.answer.personId !== account.person?.id) return 'loginNeeded'
    offsetMs = outcome.offsetMs
    kept.writeOffset(platform, offsetMs)
    return take(outcome.answer, push)
  }

  function take(answer: SyncAnswer, pushed: Command[]): Landing {
    const { outbox, holdings } = account
    const { ended, applied, pause } = digest(outbox, pushed, answer.answers, answer.now)
    if (ended.length > 0) loop.acknowledged()
    note(answer.now, applied)
    const keys = new Set(ended.flatMap(({ command }) => replay.touches(command)))
    holdings.take(answer.changes)
    if (answer.done) settle(holdings.apply(answer.scopes), keys)
    else show(keys)
    if (pause) return 'busy'
    if (!answer.done) return 'more'
    greetAnew(answer.scopes.join())
    const behind = [...heard].some(
      ([scope, number]) => (holdings.scope(scope)?.cursor.number ?? number) < number,
    )
    return behind ? 'more' : 'done'
  }

  function note(at: string, applied: number) {
    const { notes } = account
    const day = localDay(at)
    account.keepNotes({
      ...notes,
      lastSyncAt: at,
      day,
      sent: (notes.day === day ? (notes.sent ?? 0) : 0) + applied,
    })
  }

  /** Rows have changed: shows them, lets go of what they replace, and writes them soon. */
  function settle(applied: Applied, keys: Iterable<RowKey> = []) {
    const released = releaseReached(account.outbox, account.holdings, applied.reset)
    keeper?.note(applied, released)
    show([...keys, ...applied.keys, ...released.flatMap(({ command }) => replay.touches(command))])
  }

  function hear(message: Extract<LiveMessage, { type: 'hint' | 'patch' }>) {
    const { scope } = message
    const number = message.type === 'hint' ? message.number : message.to
    if (message.type === 'patch') {
      const applied = account.holdings.patch(scope, message.epoch, message.from, number, message.rows)
      if (applied) {
        settle(applied)
        return tell()
      }
    }
    const at = account.holdings.scope(scope)
    if (message.type === 'hint' && at && at.cursor.number >= number) return
    heard.set(scope, number)
    loop.nudge()
  }

  // A right was given since the greeting: the socket does not listen to its scope yet.
  function greetAnew(scopes: string) {
    if (!live.ready() || greeted === scopes || reopenedFor === scopes) return
    reopenedFor = scopes
    live.reopen()
  }

  // Who is here.

  function enter(session: { token: string; person: Me } | undefined) {
    keeper?.flush()
    token = session?.token
    account = kept.openAccount(platform, session?.person)
    keeper = createKeeper(platform, account)
    heard.clear()
    show(account.holdings.keys(), true)
    if (screen.visible()) live.reopen()
    loop.reset()
    tell()
  }

  function send(...[name, args]: Parameters<Sync['send']>): Sent {
    if (!account.person) return refused('loginNeeded')
    const checked = check(name, args)
    if ('code' in checked) return refused(checked.code)
    const id = uuid7(clock.now() + offsetMs, platform.randomBytes(10))
    const command = { id, name, args: checked.args, at: now() } as Omit<Command, 'seq'>
    const entry = keep(command)
    if (!entry) return refused('storageFull')
    show(replay.touches(entry.command))
    loop.nudge()
    tell()
    return { ok: true, commandId: id }
  }

  /** [S13] The outbox is never given up: rows make room for it, the least needed scope first. */
  function keep(command: Omit<Command, 'seq'>): Entry | undefined {
    for (const scope of [...[...account.holdings.order()].reverse(), undefined]) {
      try {
        return account.outbox.add(command)
      } catch (error) {
        if (!(error instanceof StorageFull)) throw error
        if (scope) account.shelf.drop(scope)
      }
    }
    return undefined
  }

  function changed(entry: Entry | undefined) {
    if (entry) show(replay.touches(entry.command))
    loop.nudge()
    tell()
  }

  return {
    start() {
      listening = [
        network.onChange((online) => {
          if (online && screen.visible()) live.reopen()
          loop.nudge()
          tell()
        }),
        screen.onChange((visible) => {
          if (visible) {
            live.open()
            loop.nudge()
          } else {
            live.close()
            keeper?.flush()
          }
        }),
      ]
      loop.start()
      enter(kept.readSession(platform))
    },

    stop() {
      for (const stop of listening) stop()
      loop.stop()
      live.close()
      keeper?.flush()
    },

    send: send as Sync['send'],

    retry(commandId) {
      const entry = account.outbox.of(commandId)
      if (entry?.state !== 'aside') return
      account.outbox.renew(entry)
      changed(entry)
    },

    dismiss(commandId) {
      changed(account.outbox.dismiss(commandId))
    },

    watch(community) {
      if (community === account.notes.watching) return
      account.keepNotes({ ...account.notes, watching: community })
      live.reopen()
      changed(undefined)
    },

    refresh: () => loop.tried(),

    logIn(newToken, person) {
      kept.writeSession(platform, { token: newToken, person })
      enter({ token: newToken, person })
    },

    logOut() {
      kept.forgetSession(platform)
      keeper?.flush()
      account.forgetRows()
      enter(undefined)
    },

    async ask(method, path, body) {
      const asker = account
      const answer = await platform.request({ method, path, body, token })
      if (answer.status === 401 && token && asker === account) loop.end('loginNeeded')
      return answer
    },

    hold(entity, rows) {
      show(account.holdings.hold(entity, rows))
    },

    held,
    now,
  }
}

const refused = (code: RefusalCode): Sent => ({ ok: false, code, text: REFUSALS[code].text })
