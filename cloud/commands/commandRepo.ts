import { type RefusalCode, Refused } from 'domain/refusal'
import type { Instant } from 'domain/time'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../db/pool'

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
 * The command's place in the ledger. Waits for a twin under way. [S3]
 * @returns undefined when it is new, or how it ended before
 * @throws Refused idReused, outOfOrder
 */
export async function claimCommand(
  tx: Tx,
  command: CommandRow,
  outcome?: Outcome,
): Promise<Outcome | undefined> {
  const { actorId, id, name, argsHash, device, seq, at } = command
  const { rows } = await sql`
    insert into commands (actor_id, id, name, args_hash, device, seq, at, answer)
    values (${actorId}, ${id}, ${name}, ${argsHash}, ${device}, ${seq}, ${at}, ${outcome ? JSON.stringify(outcome) : null}::jsonb)
    on conflict do nothing returning 1 as one`.execute(tx)
  if (rows.length > 0) return undefined

  const known = await tx
    .selectFrom('commands')
    .select(['argsHash', 'answer'])
    .where('actorId', '=', actorId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!known) throw new Refused('outOfOrder')
  if (!known.argsHash.equals(argsHash)) throw new Refused('idReused')
  return known.answer as Outcome
}

/** @param numbers a JSON object in SQL: the newest number in each scope that the command touched */
export const keepNumbers = (actorId: string, id: string, numbers: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`update commands set answer = jsonb_build_object('numbers', ${numbers})
    where actor_id = ${actorId} and id = ${id}`
