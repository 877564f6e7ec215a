import { createHash } from 'node:crypto'
import { uuid7 } from 'domain/kernel/id'
import type { Instant } from 'domain/kernel/time'
import type { RawBuilder } from 'kysely'
import type { Effect } from './effect'
import { insertEffects } from './effectRepo'

interface Said {
  /** The command or effect that it follows. */
  from: string
  effects: Effect[]
  now: Instant
  at: Instant
}

/** Statements that keep what follows, for the transaction of what it follows; none where nothing does. */
export function keeping(all: Said[]): RawBuilder<unknown>[] {
  const rows = all.flatMap(({ from, effects, now, at }) =>
    effects.map((effect, index) => ({ ...effect, id: idAfter(from, index, now), at, dueAt: now })),
  )
  return rows.length > 0 ? [insertEffects(rows)] : []
}

const idAfter = (from: string, index: number, now: Instant) =>
  uuid7(Date.parse(now), createHash('sha256').update(`${from} ${index}`).digest())
