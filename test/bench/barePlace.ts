import { createHash } from 'node:crypto'
import { findCategory } from 'domain/category/category'
import { weightOf } from 'domain/kernel/checksum'
import { audienceOf } from 'domain/need/audience'
import { bornNeed } from 'domain/need/place'
import type { Pool, PoolClient } from 'pg'
import { newId } from '../support/seed'

const hash = createHash('sha256').update('the arguments').digest()

/** The rows and counters of one 点单 by plain statements: what placing costs without the server around it. */
export async function barePlace(pool: Pool, community: string, personId: string) {
  const now = new Date().toISOString()
  const id = newId()
  const { need, event } = bornNeed(
    {
      id,
      kind: 'help',
      categoryCode: 'help-power',
      communityCode: community,
      words: '客厅灯不亮了，换过灯泡还是不行',
      answers: { what: '灯不亮', smell: false },
      urgency: 'normal',
      consent: true,
    },
    { id: personId, displayName: '陈师傅', grants: [], homeGrid: `${community}001` },
    { now, eventId: newId() },
    { category: findCategory('help-power') },
  )
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query({
      name: 'command',
      text: `insert into commands (actor_id, id, name, args_hash, device, seq, at) values ($1, $2, 'need.place', $3, $4, 1, $5)`,
      values: [personId, newId(), hash, newId(), now],
    })
    const { rows } = await client.query({
      name: 'number',
      text: `insert into need_numbers as known (community_code, day, last) values ($1, $2, 1)
             on conflict (community_code, day) do update set last = known.last + 1 returning last`,
      values: [community, now.slice(0, 10)],
    })
    await client.query({
      name: 'need',
      text: `insert into needs (community_code, id, version, number, kind, category_code, title, words, answers, urgency,
               headcount, requester_id, placed_by_id, requester_name, askers, status, reopened, escalated, placed_at,
               respond_by, finish_by, changed_at, search_text, public)
             values ($1, $2, 1, $3, $4, $5, $6, $7, $8, 'normal', 1, $9, $9, $10, '[]', 'placed', 0, false, $11, $12, $13, $11, $7, false)`,
      values: [
        ...[community, id, `0318-${rows[0].last}`, need.kind, need.categoryCode, need.title, need.words],
        ...[JSON.stringify(need.answers), personId, need.requesterName, now, need.respondBy, need.finishBy],
      ],
    })
    await client.query({
      name: 'event',
      text: `insert into events (community_code, entity, thing_id, version, id, action, by_id, by_name, at)
             values ($1, 'need', $2, 1, $3, 'place', $4, $5, $6)`,
      values: [community, id, event.id, personId, event.byName, now],
    })
    const row = JSON.stringify({ full: need, events: [event] })
    for (const scope of [...audienceOf(need).keys()].sort()) await feed(client, scope, id, row)
    await client.query({
      name: 'answer',
      text: `update commands set answer = '{"numbers":{}}' where actor_id = $1 and id = $2`,
      values: [personId, id],
    })
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

async function feed(client: PoolClient, scope: string, id: string, row: string) {
  const { rows } = await client.query({
    name: 'count',
    text: `insert into scopes (scope, number, count, sum) values ($1, 1, 1, $2)
           on conflict (scope) do update set number = scopes.number + 1, count = scopes.count + 1,
             sum = (scopes.sum + $2 * (scopes.number + 1)) & 4294967295 returning number`,
    values: [scope, weightOf('need', id)],
  })
  await client.query({
    name: 'feed',
    text: `insert into feed (scope, number, entity, id, row) values ($1, $2, 'need', $3, $4)`,
    values: [scope, rows[0].number, id, row],
  })
}
