import { randomBytes } from 'node:crypto'
import type { Committed } from '../../cloud/commands/perform'
import { openPipeline, type Pipeline } from '../../cloud/commands/pipeline'
import { openVault } from '../../cloud/contact/vault'
import { migrate } from '../../cloud/db/migrate'
import { openPool } from '../../cloud/db/pool'
import { openEffects } from '../../cloud/effects/doEffects'
import { EFFECTS, HANDLERS } from '../../cloud/things'
import { freshDatabase } from './postgres'
import { nowText, type Seed, seedWith } from './seed'

export interface TestPipeline extends Pipeline {
  seed: Seed
  /** What was committed, in order. */
  heard: Committed[]
  /** Does what follows what was done; a test says when. */
  doEffects: () => Promise<void>
  stop: () => Promise<void>
}

/** A database of its own with the newest schema, and the commands over it, without the API. */
export async function freshPipeline(): Promise<TestPipeline> {
  const database = await freshDatabase(async (connection) => {
    const db = openPool(connection)
    await migrate(db)
    await db.destroy()
  })
  const db = openPool({ ...database.connection, max: 20 })
  await db.updateTable('instance').set({ epoch: crypto.randomUUID() }).execute()
  const heard: Committed[] = []
  const pipeline = openPipeline({
    db,
    vault: openVault(randomBytes(32)),
    handlers: HANDLERS,
    committed: (what) => heard.push(what),
  })
  const { doEffects } = openEffects({ ...pipeline, now: nowText }, EFFECTS, (error) => {
    throw error
  })
  return {
    ...pipeline,
    heard,
    doEffects,
    seed: seedWith(pipeline),
    stop: async () => {
      await db.destroy()
      await database.drop()
    },
  }
}
