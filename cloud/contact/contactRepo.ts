import { sql } from 'kysely'
import { hex, rowsJson } from '../db/columns'
import { joined } from '../db/joined'
import type { Tx } from '../db/pool'
import type { Sealed } from './vault'

export interface NeedKey {
  communityCode: string
  id: string
}

export const saveContact = joined(async (tx: Tx, all: { need: NeedKey; contact: Sealed }[]) => {
  const rows = all.map(({ need: { communityCode, id: needId }, contact }) => ({
    communityCode,
    needId,
    sealed: hex(contact.sealed),
    wrappedKey: hex(contact.wrappedKey),
    phoneHash: contact.phoneHash && hex(contact.phoneHash),
  }))
  await sql`insert into contacts select * from json_populate_recordset(null::contacts, ${rowsJson(rows)}::json)
    on conflict (community_code, need_id) do update
    set sealed = excluded.sealed, wrapped_key = excluded.wrapped_key, phone_hash = excluded.phone_hash`.execute(
    tx,
  )
  return all.map(() => undefined)
})

export const findContact = (tx: Tx, need: NeedKey) =>
  tx
    .selectFrom('contacts')
    .select(['sealed', 'wrappedKey'])
    .where('communityCode', '=', need.communityCode)
    .where('needId', '=', need.id)
    .executeTakeFirst()

export async function deleteContact(tx: Tx, need: NeedKey) {
  await tx
    .deleteFrom('contacts')
    .where('communityCode', '=', need.communityCode)
    .where('needId', '=', need.id)
    .execute()
}
