import type { Contact } from 'domain/need/place'
import type { Tx } from '../db/pool'
import { deleteContact, findContact, type NeedKey, saveContact } from './contactRepo'
import type { Vault } from './vault'

/** Keeps who to reach about a need, sealed. */
export async function keepContact(tx: Tx, vault: Vault, need: NeedKey, contact: Contact | undefined) {
  if (contact && Object.values(contact).some(Boolean))
    await saveContact(tx, { need, contact: vault.seal(contact, need.id) })
}

export async function readContact(tx: Tx, vault: Vault, need: NeedKey): Promise<Contact | undefined> {
  const row = await findContact(tx, need)
  return row && vault.open(row, need.id)
}

/** A need that passes to somebody else keeps nothing of who had it before. */
export async function replaceContact(tx: Tx, vault: Vault, need: NeedKey, from: NeedKey | undefined) {
  const contact = from && (await readContact(tx, vault, from))
  await deleteContact(tx, need)
  await keepContact(tx, vault, need, contact)
}
