import type { CommandName } from 'domain/commands'
import type { Actor } from 'domain/kernel/actor'
import type { Answer } from 'domain/kernel/protocol'
import { REFUSALS, type RefusalCode, Refused } from 'domain/kernel/refusal'
import type { Instant } from 'domain/kernel/time'
import { isUnreachable, isUnstorable } from '../db/errors'
import type { Db, Tx } from '../db/pool'
import { checkArgs, hashArgs, isTooDeep } from './checkArgs'
import { type CommandRow, findOutcome, isInLedger, keepRefusal, type Outcome } from './commandRepo'
import type { Handler, Handlers } from './handles'
import { perform, type Task } from './perform'
import type { Pipeline } from './pipeline'

/** A command as it comes over the wire: its arguments are not checked yet. */
export interface SentCommand {
  id: string
  name: CommandName
  args: unknown
  /** The phone's time of the tap. */
  at: Instant
  /** Grows by one per device; commands of the server itself have none. */
  seq?: number
}

/** These two answer for the ledger itself, where another command stands; they say the same on every repeat. */
const NOT_KEPT: readonly RefusalCode[] = ['idReused', 'outOfOrder']

/**
 * The life of a command, once and for all of them. A refusal is an answer; anything else that is thrown is a
 * bug or an outage, and leaves no trace: the same command may come again. [S3]
 */
export async function execute(
  { db, handlers, perform, committed }: Pipeline,
  command: SentCommand,
  actor: Actor,
  { now, device }: { now: Instant; device?: string },
): Promise<Answer> {
  // Not even its hash could be taken; it is the same on every repeat.
  if (isTooDeep(command.args)) return answerOf(command.id, { code: 'badRequest' })
  const row = rowOf(command, actor, now, device)
  try {
    const done = await perform(taskOf(handlers, row, command, actor, now))
    committed?.(done)
    return answerOf(command.id, done)
  } catch (error) {
    return answerOf(command.id, await outcomeOf(db, row, error))
  }
}

/**
 * The same life inside a transaction of the caller, who commits: for imports.
 * @throws Refused what `execute` would have answered; idReused for a repeat. Then nothing of it may be committed.
 */
export async function executeIn(
  tx: Tx,
  { handlers, vault, catalogues }: Pick<Pipeline, 'vault' | 'catalogues' | 'handlers'>,
  command: SentCommand,
  actor: Actor,
  { now }: { now: Instant },
): Promise<void> {
  try {
    const task = taskOf(handlers, rowOf(command, actor, now), command, actor, now)
    await perform(tx, { vault, catalogues }, [task])
  } catch (error) {
    throw isInLedger(error) ? new Refused('idReused') : error
  }
}

/** @throws Refused badRequest, personalData */
const taskOf = (
  handlers: Handlers,
  row: CommandRow,
  { name, args, at }: SentCommand,
  actor: Actor,
  now: Instant,
): Task => ({
  row,
  handler: handlers[name] as Handler<CommandName>,
  args: checkArgs(name, args),
  actor,
  now,
  at,
})

/**
 * How a command ends that failed. A repeat fails too, at the latest where it would come to stand in the ledger, and is
 * answered as the first one was. [S3]
 * @throws what is no answer: a bug or an outage
 */
async function outcomeOf(db: Db, row: CommandRow, error: unknown): Promise<Outcome> {
  if (isUnreachable(error)) throw error
  const code = isInLedger(error) ? 'outOfOrder' : codeOf(error)
  const kept = code && !NOT_KEPT.includes(code) && !REFUSALS[code].retry
  if (kept && (await keepRefusal(db, row, code))) return { code }
  const known = await findOutcome(db, row)
  if (known) return known
  if (!code) throw error
  return { code: kept ? 'outOfOrder' : code }
}

function codeOf(error: unknown): RefusalCode | undefined {
  if (error instanceof Refused) return error.code
  return isUnstorable(error) ? 'badRequest' : undefined
}

const rowOf = ({ id, name, args, seq }: SentCommand, actor: Actor, now: Instant, device?: string) => ({
  actorId: actor.id,
  id,
  name,
  argsHash: hashArgs(name, args),
  device: device ?? null,
  seq: seq ?? null,
  at: now,
})

function answerOf(id: string, outcome: Outcome): Answer {
  if ('numbers' in outcome) return { id, ok: true, numbers: outcome.numbers }
  return { id, ok: false, code: outcome.code, ...textOf(outcome.code) }
}

const textOf = (code: RefusalCode) => ({ text: REFUSALS[code].text, retry: REFUSALS[code].retry })
