import type { AreaCode } from 'domain/kernel/area'
import { Refused } from 'domain/kernel/refusal'
import type { Tx } from '../db/pool'
import { areasKnown, knowsAreas } from './areaRepo'

/** @throws Refused unknownArea where one of them is in no list of areas */
export async function requireAreas(tx: Tx, codes: (AreaCode | undefined)[]) {
  const asked = codes.flatMap((code) => code ?? [])
  if (asked.length > 0 && !(await knowsAreas(tx, asked))) throw new Refused('unknownArea')
}

/** Whether all of them are in the list of areas: a condition of another statement, which saves one of its own. */
export const inListOfAreas = areasKnown
