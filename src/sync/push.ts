import { PUSH_COMMANDS, type SyncAnswer } from 'domain/kernel/protocol'
import type { Command, Entry, Scope } from './contract'
import type { Outbox } from './outbox'
import type { Replica } from './replica'

/** [S4] After so many failures at the server a command is set aside, so that the rest goes on. */
export const MOST_FAILURES = 5

/**
 * [S2] The next commands to go, in the order in which they were made; one that has failed goes alone. What
 * stands behind a held one waits with it.
 */
export function nextPush(outbox: Outbox): Command[] {
  const waiting = outbox.waiting()
  const held = waiting.findIndex(({ heldUntil }) => heldUntil !== undefined)
  const free = held < 0 ? waiting : waiting.slice(0, held)
  const count = free[0]?.failures ? 1 : PUSH_COMMANDS
  return free.slice(0, count).map(({ command }) => command)
}

export interface AppliedAnswers {
  /** Entries whose rows show differently now. */
  changed: Entry[]
  /** Whether to wait before the next push. */
  pause: boolean
  /** Commands that took effect. */
  applied: Command[]
  /** Another phone counts under this one's name. */
  sharedName: boolean
}

/** [S4] Applies the answers to the outbox: every command is applied, refused, or stays. */
export function applyAnswers(
  outbox: Outbox,
  pushed: Command[],
  { answers, changes, now: at }: Pick<SyncAnswer, 'answers' | 'changes' | 'now'>,
): AppliedAnswers {
  // Where it tells nothing new, the server is of the epoch that is held.
  const epoch = Object.values(changes)[0]?.cursor.epoch
  const answered = new Set(answers.map(({ id }) => id))
  const said: AppliedAnswers = {
    changed: [],
    pause: pushed.some(({ id }) => !answered.has(id)),
    applied: [],
    sharedName: false,
  }
  for (const answer of answers) {
    const entry = outbox.of(answer.id)
    if (entry?.state !== 'waiting') continue
    if (answer.ok) {
      outbox.change(entry, { state: 'answered', numbers: answer.numbers, epoch })
      said.applied.push(entry.command)
    } else if (answer.code === 'outOfOrder') {
      said.sharedName = true
      said.pause = true
    } else if (!answer.retry) {
      outbox.change(entry, { state: 'refused', refusal: { code: answer.code, text: answer.text, at } })
    } else {
      said.pause = true
      if (answer.code !== 'internal') continue
      setBack(outbox, entry)
    }
    said.changed.push(entry)
  }
  return said
}

/** [S4] One failure more at the server. */
export function setBack(outbox: Outbox, entry: Entry) {
  const failures = entry.failures + 1
  outbox.change(entry, { failures, state: failures < MOST_FAILURES ? 'waiting' : 'aside' })
}

/**
 * [S5] Answered entries leave the screen when every scope held has reached the number that the push
 * returned. A scope that is not held, or was just taken anew, is no reason to wait.
 * @param writes whether this window keeps what is left to wait for; each has rows of its own
 */
export function settleReached(
  outbox: Outbox,
  replica: Replica,
  reset: Set<Scope>,
  isLeader: boolean,
): Entry[] {
  return outbox.open().filter((entry) => {
    if (entry.state !== 'answered') return false
    const numbers = Object.entries(entry.numbers ?? {})
    const behind = numbers.filter(([scope]) => !reset.has(scope) && reached(scope, entry, replica) === false)
    // What a reset has settled is kept before the rows are: the next start could not tell that there was one.
    const settled =
      behind.length === 0 ? numbers.some(([scope]) => reset.has(scope)) : behind.length < numbers.length
    const left = { numbers: Object.fromEntries(behind) }
    if (settled && isLeader) outbox.change(entry, left)
    else if (settled) outbox.adjust(entry, left)
    if (behind.length === 0) outbox.release(entry)
    return behind.length === 0
  })
}

/** [S5] The last run was killed between keeping rows and forgetting the entries that they replaced. */
export function settleKept(outbox: Outbox, replica: Replica): Entry[] {
  return outbox.open().filter((entry) => {
    if (entry.state !== 'answered') return false
    const kept = Object.keys(entry.numbers ?? {}).map((scope) => reached(scope, entry, replica))
    const all = kept.includes(true) && !kept.includes(false)
    if (all) outbox.release(entry)
    return all
  })
}

/** @returns undefined where the scope is not held */
function reached(scope: Scope, { numbers = {}, epoch }: Entry, replica: Replica): boolean | undefined {
  const at = replica.scope(scope)?.cursor
  return at && (epoch === undefined || at.epoch === epoch) && at.number >= (numbers[scope] ?? 0)
}
