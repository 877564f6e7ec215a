import type { Scope } from 'domain/kernel/scope'
import { type Entity, type RowsByEntity, SHARED, type SharedEntity } from 'domain/things'

/** One changed thing: its new row in every scope where it now stands, and the scopes where it stood before. */
export interface RowChange {
  entity: Entity
  id: string
  before: Iterable<Scope>
  /** The row as JSON text. */
  after: Map<Scope, string>
}

export interface FeedChange {
  scope: Scope
  entity: Entity
  id: string
  /** null: gone from this scope. */
  row: string | null
}

export interface ChangeSet {
  add: (change: RowChange) => void
  /** Sorted by scope; one change for every row, however often it was touched. */
  changes: () => FeedChange[]
}

export function newChangeSet(): ChangeSet {
  const byKey = new Map<string, FeedChange>()
  const put = (change: FeedChange) => byKey.set(`${change.scope} ${change.entity} ${change.id}`, change)
  return {
    add: ({ entity, id, before, after }) => {
      for (const scope of before) if (!after.has(scope)) put({ scope, entity, id, row: null })
      for (const [scope, row] of after) put({ scope, entity, id, row })
    },
    changes: () => [...byKey.values()].sort((a, b) => (a.scope < b.scope ? -1 : a.scope > b.scope ? 1 : 0)),
  }
}

/** A thing that everybody reads alike was saved. @param before left out: it is new, or stood in the same scopes */
export function saved<E extends SharedEntity>(
  entity: E,
  row: RowsByEntity[E],
  before?: RowsByEntity[E],
): RowChange {
  const { idOf, audience } = SHARED[entity]
  const text = JSON.stringify(row)
  return {
    entity,
    id: idOf(row),
    before: before ? audience(before) : [],
    after: new Map(audience(row).map((scope) => [scope, text])),
  }
}
