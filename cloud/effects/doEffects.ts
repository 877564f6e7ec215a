import type { Instant } from 'domain/kernel/time'
import type { Pipeline } from '../commands/pipeline'
import { isUnreachable } from '../db/errors'
import { transact } from '../db/transact'
import { newChangeSet } from '../sync/changeSet'
import { publish } from '../sync/publish'
import type { Effect, Effects, EffectWork } from './effect'
import { deleteEffect, putOff, takeDue } from './effectRepo'
import { keeping } from './keeping'

/** Some 40 minutes in all. */
const PATIENCE = { tries: 5, firstPauseMs: 30_000 }

export interface Doing {
  /** Does what is due; what comes meanwhile too. Where that is under way, it is not begun a second time. */
  doEffects: () => Promise<void>
  /** Ends after what is under way. */
  close: () => Promise<void>
}

type Given = Pick<Pipeline, 'db' | 'vault' | 'committed'> & { now: () => Instant }

/**
 * Does what follows commands, each once however many servers do: it is locked while it is done, and crossed off in the
 * transaction that does it. One that fails is reported and put off, and keeps no other waiting.
 */
export function openEffects(given: Given, effects: Effects, onError: (error: unknown) => void): Doing {
  let wanted = false
  let closed = false
  let underWay: Promise<void> | undefined

  async function all() {
    while (wanted && !closed) {
      wanted = false
      while (!closed && (await doNext(given, effects, onError)));
    }
  }

  return {
    doEffects() {
      wanted = true
      underWay ??= all()
        .catch(onError)
        .finally(() => {
          underWay = undefined
        })
      return underWay
    },
    async close() {
      closed = true
      await underWay
    },
  }
}

/** @returns whether there was one */
async function doNext(
  { db, vault, committed, now }: Given,
  effects: Effects,
  onError: (error: unknown) => void,
) {
  const at = now()
  let id: string | undefined
  try {
    const numbers = await transact(db, async (tx) => {
      const row = await takeDue(tx, at)
      if (!row) return undefined
      id = row.id
      const changeSet = newChangeSet()
      const following: Effect[] = []
      const later = (effect: Effect) => void following.push(effect)
      await doOne(effects, row, { tx, vault, id, now: at, at: row.at, touch: changeSet.add, later })
      return await publish(tx, changeSet, [
        deleteEffect(id),
        ...keeping([{ from: id, effects: following, now: at, at: row.at }]),
      ])
    })
    if (numbers) committed?.({ numbers, rights: [] })
  } catch (error) {
    if (id === undefined || isUnreachable(error)) throw error
    onError(error)
    await putOff(db, id, at, PATIENCE)
  }
  return id !== undefined
}

/** @throws where it is of a newer server: it waits for one, and is given up like any that fails */
async function doOne(effects: Effects, { name, data }: Effect, work: EffectWork) {
  const run = effects[name]
  if (!run) throw new Error(`no effect ${name}`)
  await run(data, work)
}
