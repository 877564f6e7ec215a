import { createHash, randomBytes } from 'node:crypto'
import type { Actor } from 'domain/kernel/actor'
import { batch } from '../db/batch'
import type { Db } from '../db/pool'
import { deleteToken, findByTokens, insertToken } from './tokenRepo'

const VALID_DAYS = 180

const hashOf = (token: string) => createHash('sha256').update(token).digest()

/** Names a log-in without telling its token. */
export const loginOf = (token: string) => hashOf(token).toString('base64url')

/** An opaque token; the database keeps only its hash. */
export async function issueToken(db: Db, personId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await insertToken(db, hashOf(token), personId, VALID_DAYS)
  return token
}

/** Who a token belongs to, with the rights of this very moment. */
export type ActorOf = (token: string) => Promise<Actor | undefined>

/** Everybody's tokens are looked up on every request, so those who come together are looked up together. */
export function openTokens(db: Db): ActorOf {
  const find = batch(
    async (logins: string[]) => {
      const actors = await actorsOf(db, logins)
      return logins.map((login) => actors.get(login))
    },
    { atOnce: 2, most: 200, patienceMs: 5 },
  )
  return (token) => find(loginOf(token))
}

/** By log-in; those that ended are left out. */
export async function actorsOf(db: Db, logins: string[]): Promise<Map<string, Actor>> {
  const found = await findByTokens(
    db,
    logins.map((login) => Buffer.from(login, 'base64url')),
  )
  return new Map(found.map(({ hash, ...actor }) => [hash.toString('base64url'), actor]))
}

export const revokeToken = (db: Db, token: string) => deleteToken(db, hashOf(token))
