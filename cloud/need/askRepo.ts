import { type Ask, asksChanged } from 'domain/need/asks'
import type { Need, NeedEvent } from 'domain/need/need'
import { type RawBuilder, sql } from 'kysely'
import { rowsJson } from '../db/columns'
import type { Tx } from '../db/pool'
import type { NeedRecord } from './needRows'

const rowsOf = ({ communityCode, id: needId }: Need, asks: Ask[]) =>
  sql`jsonb_populate_recordset(null::asks, ${rowsJson(asks.map((ask) => ({ ...ask, communityCode, needId })))}::jsonb)`

const inserting = (need: Need, asks: Ask[]) => sql`insert into asks select * from ${rowsOf(need, asks)}`

/** Parts of the statement that saves a step: what it asked of whom, and which asks it ended; none where none. */
export function keepingAsks(before: NeedRecord, after: Need, event: NeedEvent): RawBuilder<unknown> {
  const { opened, ended } = asksChanged(before, after, event)
  const asked = opened.length > 0 ? sql`, asked as (${inserting(after, opened)})` : sql``
  if (ended.length === 0) return asked
  return sql`${asked}, answered as (
    update asks a set how = r.how, ended_at = r.ended_at from ${rowsOf(after, ended)} r
    where a.need_id = r.need_id and a.event_id = r.event_id
      and coalesce(a.person_id, a.org_id) = coalesce(r.person_id, r.org_id))`
}

/** What a need asks that is born offered. */
export async function keepFirstAsks(tx: Tx, need: Need, event: NeedEvent) {
  const { opened } = asksChanged({ need, events: [] }, need, event)
  if (opened.length > 0) await inserting(need, opened).execute(tx)
}
