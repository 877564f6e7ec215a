import type { Actor } from 'domain/actor'
import { Refused } from 'domain/refusal'
import type { Tx } from '../db/pool'
import { findPersonRows } from './personRepo'

/** @throws Refused badTarget where one of them does not exist */
export async function requirePeople(tx: Tx, ids: string[]): Promise<Actor[]> {
  const asked = [...new Set(ids)]
  if (asked.length === 0) return []
  const found = await findPersonRows(tx, asked)
  if (found.length < asked.length) throw new Refused('badTarget')
  return found
}
