import type { Contact } from 'domain/need/place'
import { create } from 'zustand'

/** Contact data that this person has revealed, by need; gone with the right to it. */
export const useContacts = create<Record<string, Contact>>(() => ({}))

export const useContact = (needId: string): Contact | undefined => useContacts((contacts) => contacts[needId])

export const publishContacts = (contacts: Record<string, Contact>) => useContacts.setState(contacts, true)
