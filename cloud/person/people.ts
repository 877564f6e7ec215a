import type { Actor } from 'domain/kernel/actor'
import { Refused } from 'domain/kernel/refusal'
import type { Tx } from '../db/pool'
import { findPeopleOfOrgs, findPersonRows, holdPersonRows } from './personRepo'

/** @throws Refused badTarget where one of them does not exist */
export async function requirePeople(tx: Tx, ids: string[]): Promise<Actor[]> {
  const asked = [...new Set(ids)]
  if (asked.length === 0) return []
  const found = await findPersonRows(tx, asked)
  if (found.length < asked.length) throw new Refused('badTarget')
  return found
}

/**
 * Holds still what a step rests on until it is committed: whoever takes a right meanwhile comes after it, and finds
 * what was taken or offered. Asked before needs are locked.
 */
export async function holdRights(tx: Tx, personIds: string[], orgIds: string[] = []): Promise<Actor[]> {
  return personIds.length + orgIds.length > 0 ? holdPersonRows(tx, personIds, orgIds) : []
}

export async function peopleOfOrgs(tx: Tx, orgIds: string[]): Promise<Actor[]> {
  return orgIds.length > 0 ? findPeopleOfOrgs(tx, orgIds) : []
}
