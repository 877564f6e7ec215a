import type { Command } from 'domain/commands'
import { type Answer, PUSH_COMMANDS } from 'domain/protocol'
import type { Entry, Scope } from './contract'
import type { Outbox } from './outbox'
import type { Holdings } from './pull'

/** [S4] After so many answers `internal` a command is set aside, so that the rest goes on. */
export const MOST_FAILURES = 5

/** [S2] The next commands to go, in the order in which they were made. */
export const nextPush = (outbox: Outbox) =>
  outbox
    .waiting()
    .slice(0, PUSH_COMMANDS)
    .map(({ command }) => command)

/**
 * [S4] What the answers did to the outbox: every command is applied, refused, or stays.
 * @returns entries whose rows show differently now, and whether to pause before the next push
 */
export function digest(
  outbox: Outbox,
  pushed: Command[],
  answers: Answer[],
  at: string,
): { ended: Entry[]; pause: boolean; applied: number } {
  const ended: Entry[] = []
  const answered = new Set(answers.map(({ id }) => id))
  let pause = pushed.some(({ id }) => !answered.has(id))
  let applied = 0
  for (const answer of answers) {
    const entry = outbox.of(answer.id)
    if (entry?.state !== 'waiting') continue
    if (answer.ok) {
      outbox.change(entry, { state: 'answered', numbers: answer.numbers })
      applied++
    } else if (answer.code === 'outOfOrder') {
      outbox.renew(entry) // its number was used by another; the command itself is as good as before
    } else if (!answer.retry) {
      outbox.refuse(entry, { code: answer.code, text: answer.text, at })
    } else {
      pause = true
      if (answer.code !== 'internal') continue
      const failures = entry.failures + 1
      outbox.change(entry, { failures, state: failures < MOST_FAILURES ? 'waiting' : 'aside' })
    }
    ended.push(entry)
  }
  return { ended, pause, applied }
}

/**
 * [S5] Answered entries leave the screen when every scope held has reached the number that the push
 * returned. A scope that is not held, or was just taken anew, is no reason to wait.
 */
export function releaseReached(outbox: Outbox, holdings: Holdings, reset: Set<Scope> = new Set()): Entry[] {
  return outbox.all().filter((entry) => {
    if (entry.state !== 'answered') return false
    const behind = Object.entries(entry.numbers ?? {}).filter(([scope, number]) => {
      const at = holdings.scope(scope)
      return at !== undefined && !reset.has(scope) && at.cursor.number < number
    })
    if (behind.length > 0 && behind.length < Object.keys(entry.numbers ?? {}).length)
      outbox.change(entry, { numbers: Object.fromEntries(behind) })
    if (behind.length === 0) outbox.release(entry)
    return behind.length === 0
  })
}
