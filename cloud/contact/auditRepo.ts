import { createHash } from 'node:crypto'
import type { Instant } from 'domain/kernel/time'
import { sql } from 'kysely'
import type { Tx } from '../db/pool'

export interface AuditLine {
  communityCode: string
  at: Instant
  actorId: string
  action: 'reveal' | 'rights'
  /** The need that was revealed, or the person whose rights changed. */
  subjectId: string
}

const START = Buffer.alloc(32)

const hashOf = (previous: Buffer, number: number, line: AuditLine) =>
  createHash('sha256')
    .update(previous)
    .update(JSON.stringify([number, line.communityCode, line.at, line.actorId, line.action, line.subjectId]))
    .digest()

/** One more line of a community's audit log. Lines are chained by hash, so none can be changed or taken out. */
export async function appendAudit(tx: Tx, line: AuditLine) {
  const { communityCode } = line
  await sql`select pg_advisory_xact_lock(hashtextextended(${`audit ${communityCode}`}, 0))`.execute(tx)
  const last = await tx
    .selectFrom('audit')
    .select(['number', 'hash'])
    .where('communityCode', '=', communityCode)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  const number = (last?.number ?? 0) + 1
  const previousHash = last?.hash ?? START
  const hash = hashOf(previousHash, number, line)
  await tx
    .insertInto('audit')
    .values({ ...line, number, previousHash, hash })
    .execute()
}

/** The number of the first line that was tampered with or follows a missing one, or undefined. */
export async function brokenAuditLine(tx: Tx, communityCode: string): Promise<number | undefined> {
  const lines = await tx
    .selectFrom('audit')
    .selectAll()
    .where('communityCode', '=', communityCode)
    .orderBy('number')
    .execute()
  let previous: Buffer = START
  for (const [index, line] of lines.entries()) {
    const number = index + 1
    if (line.number !== number || !line.previousHash.equals(previous)) return number
    if (!line.hash.equals(hashOf(previous, number, line as AuditLine))) return number
    previous = line.hash
  }
  return undefined
}
