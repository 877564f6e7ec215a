import { randomUUID } from 'node:crypto'
import { PROJECTION_VERSION } from 'domain/synced'
import type { Db } from '../db/pool'

export interface Instance {
  /** Cursors of another epoch are void: another database, or other projections. */
  epoch: string
  /** Created as a demo: demo identities may exist. */
  demo: boolean
}

export async function readInstance(db: Db): Promise<Instance> {
  const { epoch, demo } = await db.selectFrom('instance').select(['epoch', 'demo']).executeTakeFirstOrThrow()
  return { epoch: `${epoch}.${PROJECTION_VERSION}`, demo }
}

/** [S7] A backup was put back: what phones hold may be newer, so they take everything anew. */
export async function renewEpoch(db: Db) {
  await db.updateTable('instance').set({ epoch: randomUUID() }).execute()
}

/** Only a new, empty database becomes a demo. */
export async function markAsDemo(db: Db) {
  await db.updateTable('instance').set({ demo: true }).execute()
}
