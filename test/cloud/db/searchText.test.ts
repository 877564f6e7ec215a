import { sql } from 'kysely'
import { migrate } from '../../../cloud/db/migrate'
import { openPool } from '../../../cloud/db/pool'
import { startCloud } from '../../support/cloud'

test('a database from before is filled: its needs, services and resources are found by what they show', async () => {
  const cloud = await startCloud()
  const { seed, db } = cloud
  try {
    await seed.areas()
    const [resident, secretary] = [await seed.resident(), await seed.secretary()]
    const needId = await seed.place(resident, { title: '想找人聊聊', categoryCode: 'help-mind', answers: {} })
    await seed.move(secretary, { needId, action: 'dispatch', offer: seed.toPool, publicText: '陪一陪老人' })
    for (let n = 0; n < 5; n++) await seed.place(resident, { title: `幫忙搬米 ${n}` })
    await seed.service()
    const texts = async () =>
      (
        await sql<object>`select id, search_text, staff_search_text from needs
          union all select id, search_text, '' from services union all select id, search_text, '' from resources
          order by 1`.execute(db)
      ).rows
    const now = await texts()
    expect(JSON.stringify(now)).toContain('帮忙搬米4')
    expect(JSON.stringify(now)).toContain('zrll')

    // As it was before the last migration.
    await sql`alter table needs add column summary_text text`.execute(db)
    await sql`update needs set summary_text = coalesce(public_text, case category_code when 'help-mind' then '心里话' else title end)`.execute(
      db,
    )
    await sql`alter table needs drop column search_text, drop column staff_search_text`.execute(db)
    await sql`alter table services drop column search_text`.execute(db)
    await sql`alter table resources drop column search_text`.execute(db)
    await sql`delete from kysely_migration where name = '0007-search-text'`.execute(db)

    const again = openPool(cloud.database.connection)
    expect(await migrate(again)).toEqual(['0007-search-text'])
    await again.destroy()
    expect(await texts()).toEqual(now)
  } finally {
    await cloud.stop()
  }
})
