import { sql } from 'kysely'
import { isEventOf } from '../../../cloud/db/events'
import { migrate } from '../../../cloud/db/migrate'
import { openPool } from '../../../cloud/db/pool'
import { startCloud, type TestCloud } from '../../support/cloud'

let cloud: TestCloud
let needId: string
beforeAll(async () => {
  cloud = await startCloud()
  const { seed } = cloud
  await seed.areas()
  const [first, second] = [await seed.resident(), await seed.resident()]
  needId = await seed.place(first)
  const same = await seed.place(second)
  await seed.move(await seed.secretary(), { needId: same, action: 'merge', targetId: needId })
  await seed.move(first, { needId, action: 'add', note: '二楼也不亮了' })
})
afterAll(() => cloud.stop())

/** In the order of their own columns, whatever the table calls them. */
async function events() {
  const { rows } = await sql<{ events: unknown[] }>`
    select json_agg(json_build_array(version, id, action, by_id, by_name, at, note, said) order by id, version) as events
    from events`.execute(cloud.db)
  return rows[0]?.events
}
const feed = async () => (await sql`select * from feed order by scope, entity, id`.execute(cloud.db)).rows

test('a database from before keeps every event, and its rows are projected by the code of today', async () => {
  const { db } = cloud
  const [eventsNow, feedNow] = [await events(), await feed()]
  expect(eventsNow).toHaveLength(5)

  await sql`alter table events drop constraint events_pkey`.execute(db)
  await sql`alter table events rename column thing_id to need_id`.execute(db)
  await sql`alter table events drop column entity`.execute(db)
  await sql`alter table events add primary key (community_code, need_id, version)`.execute(db)
  await sql`delete from kysely_migration where name in ('0011-askers', '0017-events-of-things')`.execute(db)
  await sql`update feed set row = json_build_object('full', row->'full', 'events', '[]'::json)
    where id = ${needId} and row->'full' is not null`.execute(db)
  expect(await feed()).not.toEqual(feedNow)

  const again = openPool(cloud.database.connection)
  expect(await migrate(again)).toEqual(['0011-askers', '0017-events-of-things'])
  await again.destroy()
  expect(await events()).toEqual(eventsNow)
  expect(await feed()).toEqual(feedNow)
})

test('two things of one id have a timeline each', async () => {
  const { db, seed } = cloud
  await sql`insert into events (community_code, entity, thing_id, version, id, action, by_id, by_name, at)
    select community_code, 'service', thing_id, version, id, 'book', by_id, by_name, at from events
    where thing_id = ${needId}`.execute(db)
  const token = await cloud.loginAs((await seed.secretary()).id)
  const { body } = await cloud.ask('GET', `/api/needs/${needId}`, { token })
  expect(body.events.map(({ action }: { action: string }) => action)).toEqual(['place', 'absorb', 'add'])
})

test('the events of a thing are found by their key', async () => {
  const plan = await cloud.db.transaction().execute(async (tx) => {
    await sql`set local enable_seqscan = off`.execute(tx)
    const { rows } = await sql<{ 'QUERY PLAN': string }>`
      explain select n.id, (select count(*) from events e where ${isEventOf('need', 'n')}) from needs n`.execute(
      tx,
    )
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  })
  expect(plan).toMatch(/using events_pkey on events e[\s\S]*Index Cond: .*community_code.*entity.*thing_id/)
})
