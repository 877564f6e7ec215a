import type { Scope } from 'domain/kernel/scope'
import type { Entity } from 'domain/synced'

/** One changed thing: its new row in every scope where it now stands, and the scopes where it stood before. */
export interface Touch {
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

export interface Touched {
  add: (change: Touch) => void
  /** Sorted by scope; one change for every row, however often it was touched. */
  changes: () => FeedChange[]
}

export function newTouched(): Touched {
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

/** The same row for every scope of an audience. */
export const sameFor = (scopes: Iterable<Scope>, row: object): Map<Scope, string> => {
  const text = JSON.stringify(row)
  return new Map([...scopes].map((scope) => [scope, text]))
}
