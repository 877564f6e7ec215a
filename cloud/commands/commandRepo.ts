import { type RefusalCode, Refused } from 'domain/refusal'
import type { Instant } from 'domain/time'
import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from '../db/pool'
import { together } from '../db/transact'

/** How a command ended, as it is kept; the texts of refusals are looked up when it is told. */
export type Outcome = { numbers: Record<string, number> } | { code: RefusalCode }

export interface CommandRow {
  actorId: string
  id: string
  name: string
  argsHash: Buffer
  device: string | null
  seq: number | null
  at: Instant
}

/**
 * Takes the command's place in the ledger. Waits for a twin under way. [S3]
 * @returns false where it is taken
 */
export async function claimCommand(tx: Tx, command: CommandRow, outcome?: Outcome): Promise<boolean> {
  const { actorId, id, name, argsHash, device, seq, at } = command
  const claim = sql`
    insert into commands (actor_id, id, name, args_hash, device, seq, at, answer)
    values (${actorId}, ${id}, ${name}, ${argsHash}, ${device}, ${seq}, ${at}, ${outcome ? JSON.stringify(outcome) : null}::jsonb)
    on conflict do nothing returning 1 as one`
  // Sent before this returns, so that it stands before all that its caller sends.
  const [rows = []] = await together(tx, [claim])
  return rows.length > 0
}

/**
 * How the command whose place was taken has ended.
 * @throws Refused idReused, outOfOrder
 */
export async function findOutcome(db: Db, { actorId, id, argsHash }: CommandRow): Promise<Outcome> {
  const known = await db
    .selectFrom('commands')
    .select(['argsHash', 'answer'])
    .where('actorId', '=', actorId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!known) throw new Refused('outOfOrder')
  if (!known.argsHash.equals(argsHash)) throw new Refused('idReused')
  return known.answer as Outcome
}

/** Keeps with the command the newest number in each scope that it touched. */
export const keepNumbers =
  ({ actorId, id }: CommandRow) =>
  (numbers: RawBuilder<unknown>): RawBuilder<unknown> =>
    sql`update commands set answer = jsonb_build_object('numbers', ${numbers})
      where actor_id = ${actorId} and id = ${id}`
