import { sql } from 'kysely'
import type { Tx } from '../db/pool'
import type { Sealed } from './vault'

export interface NeedKey {
  communityCode: string
  id: string
}

export async function saveContact(tx: Tx, need: NeedKey, { sealed, wrappedKey, phoneHash }: Sealed) {
  await sql`insert into contacts (community_code, need_id, sealed, wrapped_key, phone_hash)
    values (${need.communityCode}, ${need.id}, ${sealed}, ${wrappedKey}, ${phoneHash})
    on conflict (community_code, need_id) do update
    set sealed = excluded.sealed, wrapped_key = excluded.wrapped_key, phone_hash = excluded.phone_hash`.execute(
    tx,
  )
}

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
