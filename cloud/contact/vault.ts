import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { plainPhone } from 'domain/kernel/phone'
import type { Contact } from 'domain/need/place'

export interface Sealed {
  sealed: Buffer
  /** The row's own key, wrapped by the master key. */
  wrappedKey: Buffer
  /** Keyed, so that a phone number is found again but not guessed from the database. */
  phoneHash: Buffer | null
}

/** Seals contact data; only it knows the master key. */
export interface Vault {
  /** @param boundTo the need's id: a sealed row that is moved to another need does not open */
  seal: (contact: Contact, boundTo: string) => Sealed
  /** Keyed: the same words are found again, and not guessed from the database. */
  hash: (words: string) => Buffer
  open: (row: Pick<Sealed, 'sealed' | 'wrappedKey'>, boundTo: string) => Contact
}

const IV_BYTES = 12
const TAG_BYTES = 16

function encrypt(key: Buffer, plain: Buffer, boundTo: string): Buffer {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(boundTo))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body])
}

function decrypt(key: Buffer, sealed: Buffer, boundTo: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV_BYTES))
    .setAAD(Buffer.from(boundTo))
    .setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()])
}

/** @param masterKey 32 bytes that the database never sees */
export function openVault(masterKey: Buffer): Vault {
  if (masterKey.length !== 32) throw new Error('The master key must have 32 bytes')
  const derived = (purpose: string) => Buffer.from(hkdfSync('sha256', masterKey, '', purpose, 32))
  const wrapping = derived('wrap')
  const hashing = derived('phone')
  const naming = derived('booked for')
  return {
    seal: (contact, boundTo) => {
      const key = randomBytes(32)
      const digits = contact.phone && plainPhone(contact.phone).replace(/\D/g, '')
      return {
        sealed: encrypt(key, Buffer.from(JSON.stringify(contact)), boundTo),
        wrappedKey: encrypt(wrapping, key, boundTo),
        phoneHash: digits ? createHmac('sha256', hashing).update(digits).digest() : null,
      }
    },
    hash: (words) => createHmac('sha256', naming).update(words).digest(),
    open: ({ sealed, wrappedKey }, boundTo) =>
      JSON.parse(decrypt(decrypt(wrapping, wrappedKey, boundTo), sealed, boundTo).toString()),
  }
}
