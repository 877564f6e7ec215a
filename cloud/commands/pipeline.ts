import { type Catalogues, openCatalogues } from '../category/catalogues'
import type { Vault } from '../contact/vault'
import { batch } from '../db/batch'
import { isTransient } from '../db/errors'
import type { Db } from '../db/pool'
import { transact } from '../db/transact'
import type { Handlers } from './handles'
import { type Committed, perform, type Task } from './perform'

export interface Pipeline {
  db: Db
  vault: Vault
  handlers: Handlers
  catalogues: Catalogues
  /** Does a command in a transaction, alone or with others that wait as well. */
  perform: (task: Task) => Promise<Committed>
  /** Called after every commit, never awaited by the command. */
  committed?: (what: Committed) => void
}

/**
 * How many commands a transaction does, and how many such transactions are under way: the next does not begin before
 * the commit of the one before, which takes some milliseconds, unless that waits for a lock.
 */
const TOGETHER = { most: 32, atOnce: 4, patienceMs: 50 }
const TRIES = 3

/**
 * Commands that may be done with others are done in one transaction with those that come while another is under way:
 * they share its round trips and its flush to disk. Who comes alone does not wait. Where one of them is refused or
 * breaks, nothing stays of any, and each is done by itself.
 */
export function openPipeline({
  catalogues = openCatalogues(),
  ...given
}: Omit<Pipeline, 'perform' | 'catalogues'> & Partial<Pick<Pipeline, 'catalogues'>>): Pipeline {
  const { db, vault } = given

  const performAll = (tasks: Task[]) => transact(db, (tx) => perform(tx, { vault, catalogues }, tasks))

  async function alone(task: Task): Promise<Committed> {
    for (let tried = 1; ; tried++) {
      try {
        const [done] = await performAll([task])
        return done as Committed
      } catch (error) {
        if (!isTransient(error) || tried === TRIES) throw error
      }
    }
  }

  const together = batch(async (tasks: Task[]): Promise<(Committed | Promise<Committed>)[]> => {
    if (tasks.length > 1) {
      try {
        return await performAll(tasks)
      } catch {
        // Whoever is to blame finds out below.
      }
    }
    const each = tasks.map(alone)
    await Promise.allSettled(each)
    return each
  }, TOGETHER)

  return {
    ...given,
    catalogues,
    committed: (what) => {
      catalogues.moved(Object.keys(what.numbers))
      given.committed?.(what)
    },
    perform: async (task) => await (task.handler.joins(task.args) ? together(task) : alone(task)),
  }
}
