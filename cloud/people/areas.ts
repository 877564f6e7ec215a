import type { AreaCode } from 'domain/area'
import { Refused } from 'domain/refusal'
import type { Tx } from '../db/pool'
import { countAreas } from './areaRepo'

/** @throws Refused unknownArea where one of them is in no list of areas */
export async function requireAreas(tx: Tx, codes: (AreaCode | undefined)[]) {
  const asked = [...new Set(codes.flatMap((code) => code ?? []))]
  if (asked.length > 0 && (await countAreas(tx, asked)) < asked.length) throw new Refused('unknownArea')
}
