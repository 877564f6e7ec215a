import type { Actor } from 'domain/actor'
import type { CommandArgs, CommandName } from 'domain/commands'
import type { Answer } from 'domain/protocol'
import { REFUSALS, type RefusalCode, Refused } from 'domain/refusal'
import type { Instant } from 'domain/time'
import type { Vault } from '../contacts/vault'
import { isTransient, isUnstorable } from '../db/errors'
import type { Db, Tx } from '../db/pool'
import { commitWith, transact } from '../db/transact'
import { movedTo, publishing } from '../sync/publish'
import { newTouched } from '../sync/touched'
import { checkArgs, hashArgs } from './checkArgs'
import { type CommandRow, claimCommand, findOutcome, keepNumbers, type Outcome } from './commandRepo'
import type { Handler } from './handles'
import { HANDLERS } from './registry'

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

/** What a committed command moved. */
export interface Committed {
  /** The newest number in each scope it touched. */
  numbers: Record<string, number>
  /** People whose rights changed. */
  rights: string[]
}

export interface Pipeline {
  db: Db
  vault: Vault
  /** Called after every commit, never awaited by the command. */
  committed?: (what: Committed) => void
}

/** The command's place in the ledger is taken: nothing that was done for it may stay. */
class Known extends Error {}

const DEADLOCK_TRIES = 3

/** These two answer for the ledger itself, where another command stands; they say the same on every repeat. */
const NOT_KEPT: readonly RefusalCode[] = ['idReused', 'outOfOrder']

/**
 * The life of a command, once and for all of them. A refusal is an answer; anything else that is thrown is a
 * bug or an outage, and leaves no trace: the same command may come again. [S3]
 */
export async function execute(
  { db, vault, committed }: Pipeline,
  command: SentCommand,
  actor: Actor,
  { now, device }: { now: Instant; device?: string },
): Promise<Answer> {
  const row = rowOf(command, actor, now, device)
  try {
    const done = await again(() => transact(db, (tx) => perform(tx, vault, row, command, actor, now)))
    committed?.(done)
    return answerOf(command.id, done)
  } catch (error) {
    if (error instanceof Known) return answerOf(command.id, await knownOutcome(db, row))
    const { code } = asRefused(error)
    if (NOT_KEPT.includes(code) || REFUSALS[code].retry) return answerOf(command.id, { code })
    return answerOf(command.id, await keepRefusal(db, row, code))
  }
}

/**
 * The same life inside a transaction of the caller, who commits: for imports.
 * @throws Refused what `execute` would have answered; idReused for a repeat. Then nothing of it may be committed.
 */
export async function executeIn(
  tx: Tx,
  vault: Vault,
  command: SentCommand,
  actor: Actor,
  { now }: { now: Instant },
): Promise<Committed> {
  try {
    return await perform(tx, vault, rowOf(command, actor, now), command, actor, now)
  } catch (error) {
    throw error instanceof Known ? new Refused('idReused') : error
  }
}

/** @throws Known */
async function perform(
  tx: Tx,
  vault: Vault,
  row: CommandRow,
  command: SentCommand,
  actor: Actor,
  now: Instant,
): Promise<Committed> {
  const args = checkArgs(command.name, command.args)
  const touched = newTouched()
  const rights: string[] = []
  const run = HANDLERS[command.name] as Handler<CommandName>
  // What the handler asks first goes out behind the claim, in one round trip; a repeat does its work for nothing.
  const [claimed, worked] = await Promise.allSettled([
    claimCommand(tx, row),
    run(args as CommandArgs<CommandName>, {
      tx,
      vault,
      actor,
      now,
      at: command.at,
      commandId: command.id,
      touch: touched.add,
      rightsChanged: (personId) => rights.push(personId),
    }),
  ])
  if (claimed.status === 'rejected') throw claimed.reason
  if (!claimed.value) throw new Known()
  if (worked.status === 'rejected') throw worked.reason
  const [moved] = await commitWith(tx, publishing(touched, keepNumbers(row)))
  return { numbers: movedTo(moved), rights }
}

/** The work is rolled back; a twin that was waiting may have done it meanwhile, then its answer stands. */
const keepRefusal = async (db: Db, row: CommandRow, code: RefusalCode): Promise<Outcome> =>
  (await claimCommand(db, row, { code })) ? { code } : knownOutcome(db, row)

/** A repeat is answered as the first one was. [S3] */
async function knownOutcome(db: Db, row: CommandRow): Promise<Outcome> {
  try {
    return await findOutcome(db, row)
  } catch (error) {
    return { code: asRefused(error).code }
  }
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

function asRefused(error: unknown): Refused {
  if (error instanceof Refused) return error
  if (isUnstorable(error)) return new Refused('badRequest')
  throw error
}

async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await work()
    } catch (error) {
      if (!isTransient(error) || tried === DEADLOCK_TRIES) throw error
    }
  }
}

function answerOf(id: string, outcome: Outcome): Answer {
  if ('numbers' in outcome) return { id, ok: true, numbers: outcome.numbers }
  return { id, ok: false, code: outcome.code, ...textOf(outcome.code) }
}

const textOf = (code: RefusalCode) => ({ text: REFUSALS[code].text, retry: REFUSALS[code].retry })
