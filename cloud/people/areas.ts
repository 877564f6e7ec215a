import type { AreaCode } from 'domain/area'
import { Refused } from 'domain/refusal'
import type { Tx } from '../db/pool'
import { countAreas } from './areaRepo'

/** What each connection has found. An area never leaves the table. */
const found = new WeakMap<Tx, Set<AreaCode>>()

/** @throws Refused unknownArea where one of them is in no list of areas */
export async function requireAreas(tx: Tx, codes: (AreaCode | undefined)[]) {
  const known = found.get(tx) ?? new Set()
  const asked = [...new Set(codes.flatMap((code) => (code && !known.has(code) ? code : [])))]
  if (asked.length === 0) return
  if ((await countAreas(tx, asked)) < asked.length) throw new Refused('unknownArea')
  for (const code of asked) known.add(code)
  found.set(tx, known)
}
