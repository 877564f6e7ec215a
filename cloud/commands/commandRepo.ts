import type { RefusalCode } from 'domain/kernel/refusal'
import type { Instant } from 'domain/kernel/time'
import { type RawBuilder, sql } from 'kysely'
import { hex, rowJson } from '../db/columns'
import { isUniqueViolation } from '../db/errors'
import type { Db } from '../db/pool'

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

/** Whether a row could not be written because the command stands in the ledger, or another under its number. */
export const isInLedger = (error: unknown) =>
  ['commands_pkey', 'commands_actor_id_device_seq_key'].some((key) => isUniqueViolation(error, key))

/** How a command ended that stands in the ledger; of another under its id, that the id is taken. */
export async function findOutcome(
  db: Db,
  { actorId, id, argsHash }: CommandRow,
): Promise<Outcome | undefined> {
  const known = await db
    .selectFrom('commands')
    .select(['argsHash', 'answer'])
    .where('actorId', '=', actorId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (known && !known.argsHash.equals(argsHash)) return { code: 'idReused' }
  return known?.answer as Outcome | undefined
}

/** @returns false where the command stands in the ledger, or another under its number; waits for twins under way */
export async function keepRefusal(db: Db, row: CommandRow, code: RefusalCode): Promise<boolean> {
  const { rows } = await sql`
    insert into commands select * from json_populate_record(null::commands, ${recordOf(row, { answer: { code } })}::json)
    on conflict do nothing returning 1 as one`.execute(db)
  return rows.length > 0
}

const recordOf = ({ argsHash, ...row }: CommandRow, more: object) =>
  rowJson({ ...row, argsHash: hex(argsHash), ...more })

/**
 * Writes commands into the ledger, each with the newest number in every scope that it touched, in the order of their
 * keys; waits for twins under way. Where one stands there already it fails, and so does all that the transaction did.
 * [S3]
 */
export const keepNumbers =
  (commands: CommandRow[]) =>
  (numbers: RawBuilder<unknown>): RawBuilder<unknown> => {
    const records = commands.map((row, index) => recordOf(row, { command: index + 1 }))
    return sql`insert into commands (actor_id, id, name, args_hash, device, seq, at, answer)
      select actor_id, id, name, args_hash, device, seq, at, jsonb_build_object('numbers', coalesce(numbers, '{}'))
      from json_to_recordset(${`[${records.join()}]`}::json) as done (command integer, actor_id uuid, id uuid, name text,
        args_hash bytea, device uuid, seq bigint, at timestamptz) left join (${numbers}) n using (command)
      order by actor_id, id`
  }
