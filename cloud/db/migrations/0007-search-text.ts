import { searchedInListed } from 'domain/listing/listed'
import { searchedInSummary, searchedInWhole } from 'domain/need/searched'
import { sql } from 'kysely'
import type { Tx } from '../pool'
import { searchTextOf } from '../searched'

export const name = '0007-search-text'

export const up = `
-- What search finds a row by, as cloud/db/searched.ts makes it. Of a need what its summary shows, and beside it what
-- staff read and the public does not.
alter table needs
  add column search_text text not null default '',
  add column staff_search_text text not null default '';
alter table services add column search_text text not null default '';
alter table resources add column search_text text not null default '';
`

const BATCH = 2_000

interface Found {
  communityCode: string
  id: string
  title: string
  categoryCode: string
  /** Of a need what lists show, of what is listed its description. */
  text: string
}

/** The rows that stood there before the columns did. */
export async function fill(tx: Tx) {
  await each(tx, 'needs', 'summary_text', async (rows) => {
    const made = rows.map((row) => ({
      id: row.id,
      search: searchTextOf(searchedInSummary(row)),
      staff: searchTextOf(searchedInWhole(row, row)),
    }))
    await sql`update needs n set search_text = r.search, staff_search_text = r.staff
      from jsonb_to_recordset(${JSON.stringify(made)}::jsonb) r (id uuid, search text, staff text)
      where n.id = r.id`.execute(tx)
  })
  for (const list of ['services', 'resources'] as const) {
    await each(tx, list, 'description', async (rows) => {
      const made = rows.map((row) => ({
        id: row.id,
        search: searchTextOf(searchedInListed({ ...row, description: row.text })),
      }))
      await sql`update ${sql.table(list)} i set search_text = r.search
        from jsonb_to_recordset(${JSON.stringify(made)}::jsonb) r (id uuid, search text)
        where i.id = r.id`.execute(tx)
    })
  }
  await sql`alter table needs drop column summary_text`.execute(tx)
}

/** Hands over all rows of a table, some at a time. */
async function each(tx: Tx, table: string, text: string, take: (rows: Found[]) => Promise<void>) {
  let after = { communityCode: '', id: '00000000-0000-0000-0000-000000000000' }
  for (;;) {
    const { rows } = await sql<Found>`
      select community_code, id, title, category_code, ${sql.ref(text)} as text from ${sql.table(table)}
      where (community_code, id) > (${after.communityCode}, ${after.id}::uuid)
      order by community_code, id limit ${sql.lit(BATCH)}`.execute(tx)
    const last = rows.at(-1)
    if (!last) return
    await take(rows)
    after = last
  }
}
