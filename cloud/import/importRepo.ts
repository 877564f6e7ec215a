import type { NeedStatus } from 'domain/need/status'
import type { Db, Tx } from '../db/pool'

/** The import is one transaction, so a single area tells that it has been done. */
export async function isImported(db: Db): Promise<boolean> {
  return (await db.selectFrom('areas').select('code').limit(1).executeTakeFirst()) !== undefined
}

export async function statusOfNeed(tx: Tx, id: string): Promise<NeedStatus | undefined> {
  const found = await tx.selectFrom('needs').select('status').where('id', '=', id).executeTakeFirst()
  return found?.status as NeedStatus | undefined
}

/** Names a person of the demo, so that somebody who tries it out can be them. */
export async function nameIdentities(tx: Tx, people: { key: string; personId: string }[]) {
  await tx.insertInto('demoIdentities').values(people).execute()
}
