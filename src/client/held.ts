import type { Actor } from 'domain/kernel/actor'
import { ENTITIES, type Entity, type RowsByEntity, readRow } from 'domain/things'
import type { HeldRow, Scope, Sync, World } from '@/sync/contract'

export interface ReadRow<E extends Entity> {
  scope: Scope
  row: RowsByEntity[E]
}

export const isOurs = (entity: string): entity is Entity => (ENTITIES as readonly string[]).includes(entity)

/** What scopes hold of one thing, as far as this build can read it. */
export const readRows = <E extends Entity>(entity: E, id: string, held: HeldRow[]): ReadRow<E>[] =>
  held.flatMap(({ scope, row }) => {
    const read = readRow(entity, id, row)
    return read ? [{ scope, row: read }] : []
  })

/** The first of them. */
export const rowOf = <E extends Entity>(
  held: Sync['held'],
  entity: E,
  id: string,
): RowsByEntity[E] | undefined => readRows(entity, id, held(entity, id))[0]?.row

/** Who acts: as the server knows them, or before the first pull somebody without any right. */
export function actorIn({ person, held }: Pick<World, 'person' | 'held'>): Actor | undefined {
  if (!person) return undefined
  return rowOf(held, 'person', person.id) ?? { ...person, grants: [], homeGrid: '' }
}
