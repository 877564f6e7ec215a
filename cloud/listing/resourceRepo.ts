import { Refused } from 'domain/kernel/refusal'
import { searchedInListed } from 'domain/listing/listed'
import type { Resource } from 'domain/listing/resource'
import { sql } from 'kysely'
import { rowJson, withoutNulls } from '../db/columns'
import { isUniqueViolation } from '../db/errors'
import type { Tx } from '../db/pool'
import { searchTextOf } from '../db/searched'

export async function lockResource(tx: Tx, id: string): Promise<Resource | undefined> {
  const row = await tx
    .selectFrom('resources')
    .select(['communityCode', 'id', 'version', 'ownerName', 'categoryCode', 'title'])
    .select(['description', 'quantity', 'unit', 'openText', 'listed', 'revision'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && withoutNulls<Resource>(row)
}

/** @throws Refused idReused when another community has a resource of this id */
export async function saveResourceRow(tx: Tx, resource: Resource) {
  const row = { ...resource, searchText: searchTextOf(searchedInListed(resource)) }
  try {
    await sql`insert into resources select * from jsonb_populate_record(null::resources, ${rowJson(row)}::jsonb)
      on conflict (community_code, id) do update set version = excluded.version, owner_name = excluded.owner_name,
        category_code = excluded.category_code, title = excluded.title, description = excluded.description,
        quantity = excluded.quantity, unit = excluded.unit, open_text = excluded.open_text,
        listed = excluded.listed, revision = excluded.revision, search_text = excluded.search_text`.execute(
      tx,
    )
  } catch (error) {
    if (isUniqueViolation(error, 'resources_id')) throw new Refused('idReused')
    throw error
  }
}
