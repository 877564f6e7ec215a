import type { Actor } from 'domain/kernel/actor'
import { sql } from 'kysely'
import { withoutNulls } from '../db/columns'
import type { Db } from '../db/pool'

export async function insertToken(db: Db, hash: Buffer, personId: string, validDays: number) {
  await sql`insert into tokens (hash, person_id, expires_at)
    values (${hash}, ${personId}, now() + make_interval(days => ${validDays}::integer))`.execute(db)
}

export async function findByTokens(db: Db, hashes: Buffer[]): Promise<(Actor & { hash: Buffer })[]> {
  const { rows } = await sql<object>`
    select hash, id, display_name, grants, home_grid, org_id
    from tokens join people on people.id = tokens.person_id
    where hash = any(${hashes}::bytea[]) and expires_at > now()`.execute(db)
  return rows.map(withoutNulls<Actor & { hash: Buffer }>)
}

export async function deleteToken(db: Db, hash: Buffer) {
  await db.deleteFrom('tokens').where('hash', '=', hash).execute()
}
