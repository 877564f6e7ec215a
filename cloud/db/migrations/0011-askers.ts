import { sql } from 'kysely'
import { projectAnew } from '../../need/projectAnew'
import type { Tx } from '../pool'

export const name = '0011-askers'

export const up = ''

/** Whoever asked for the same is told less of each other than rows that were written before tell. */
export async function after(tx: Tx) {
  const { rows } = await sql<{ needId: string }>`
    select distinct thing_id as need_id from events where entity = 'need' and action = 'absorb'`.execute(tx)
  await projectAnew(
    tx,
    rows.map(({ needId }) => needId),
    new Date().toISOString(),
  )
}
