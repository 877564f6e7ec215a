import { createHash, randomBytes } from 'node:crypto'
import type { Grant } from 'domain/kernel/actor'
import type { Client, Pool } from 'pg'
import { newId } from './seed'

export interface LoggedIn {
  id: string
  token: string
}

/** Makes a resident and a token for them by plain statements, where no command can be given yet. */
export async function writePerson(
  db: Pool | Client,
  community: string,
  grants: Grant[] = [],
): Promise<LoggedIn> {
  const [id, token] = [newId(), randomBytes(32).toString('base64url')]
  const held = JSON.stringify([{ role: 'resident', area: community }, ...grants])
  await db.query(
    `insert into people (id, display_name, grants, home_grid, skills, availability, capacity)
     values ($1, '陈师傅', $2, $3, '{}', '[]', 5)`,
    [id, held, `${community}001`],
  )
  await db.query(`insert into tokens values ($1, $2, now() + interval '1 day')`, [
    createHash('sha256').update(token).digest(),
    id,
  ])
  return { id, token }
}
