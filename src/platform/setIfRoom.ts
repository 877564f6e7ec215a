import { type Storage, StorageFull } from './port'

/** @returns false where the phone has no room for it; what stood there before still stands */
export function setIfRoom(storage: Pick<Storage, 'set'>, key: string, text: string): boolean {
  try {
    storage.set(key, text)
    return true
  } catch (error) {
    if (error instanceof StorageFull) return false
    throw error
  }
}
