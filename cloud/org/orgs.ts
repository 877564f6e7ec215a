import { Refused } from 'domain/kernel/refusal'
import type { Org } from 'domain/org/org'
import type { Tx } from '../db/pool'
import { findOrgRows } from './orgRepo'

/** @throws Refused badTarget where one of them does not exist */
export async function requireOrgs(tx: Tx, ids: string[]): Promise<Org[]> {
  const asked = [...new Set(ids)]
  if (asked.length === 0) return []
  const found = await findOrgRows(tx, asked)
  if (found.length < asked.length) throw new Refused('badTarget')
  return found
}
