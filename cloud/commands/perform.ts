import type { CommandArgs, CommandName } from 'domain/commands'
import type { Actor } from 'domain/kernel/actor'
import type { Instant } from 'domain/kernel/time'
import type { Tx } from '../db/pool'
import { commitWith } from '../db/transact'
import type { Effect } from '../effects/effect'
import { keeping } from '../effects/keeping'
import { newChangeSet } from '../sync/changeSet'
import { movedTo, publishing } from '../sync/publish'
import { type CommandRow, keepNumbers } from './commandRepo'
import type { Handler, Work } from './handles'

/** A command whose arguments are checked, with who does it and when. */
export interface Task {
  row: CommandRow
  handler: Handler<CommandName>
  args: CommandArgs<CommandName>
  actor: Actor
  now: Instant
  at: Instant
}

/** What every command of a server works with. */
type Means = Pick<Work, 'vault' | 'catalogues'>

/** What a committed command moved. */
export interface Committed {
  /** The newest number in each scope it touched. */
  numbers: Record<string, number>
  /** People whose rights changed. */
  rights: string[]
  /** Whether something follows. */
  effects?: boolean
}

/**
 * Does commands in one transaction, and commits it. Their rows in the ledger are its last words, so a command that
 * stands there already is done for nothing. Where one fails, nothing may stay of any.
 * @throws what the first that fails throws, or an error that `isInLedger`
 */
export async function perform(tx: Tx, means: Means, tasks: Task[]): Promise<Committed[]> {
  const all = tasks.map((task) => ({
    ...task,
    changeSet: newChangeSet(),
    rights: [] as string[],
    effects: [] as Effect[],
  }))
  const worked = await Promise.allSettled(
    all.map(({ handler, args, row, actor, now, at, changeSet, rights, effects }) =>
      handler.run(args, {
        tx,
        ...means,
        actor,
        now,
        at,
        commandId: row.id,
        touch: changeSet.add,
        rightsChanged: (personId) => rights.push(personId),
        later: (effect) => effects.push(effect),
      }),
    ),
  )
  for (const each of worked) if (each.status === 'rejected') throw each.reason
  const changes = all.map(({ changeSet }) => changeSet.changes())
  const results = await commitWith(tx, [
    ...keeping(all.map(({ row, effects, now, at }) => ({ from: row.id, effects, now, at }))),
    ...publishing(changes, keepNumbers(tasks.map(({ row }) => row))),
  ])
  const numbers = movedTo(results.at(-1), tasks.length)
  return all.map(({ rights, effects }, index) => ({
    numbers: numbers[index] ?? {},
    rights,
    effects: effects.length > 0,
  }))
}
