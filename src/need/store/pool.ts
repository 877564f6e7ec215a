import type { Instant } from 'domain/kernel/time'
import { isLate } from 'domain/need/deadline'
import { byMatch, type Match, matchOf } from 'domain/need/matching'
import type { Need } from 'domain/need/need'
import type { Person } from 'domain/person/person'
import type { NeedView } from '@/store/records'
import { isClaiming, useMyTasks, usePool } from './needs'
import { byDeadline, byUrgency } from './sort'

interface Known {
  me: Person
  carrying: number
  now: Instant
  match: Match | undefined
}
const known = new WeakMap<Need, Known>()

/** Remembered by row for the minute that is shown, so that one changed row of thousands costs one match. */
function matchWith(me: Person, carrying: number, need: Need, now: Instant): Match | undefined {
  const before = known.get(need)
  if (before?.me === me && before.carrying === carrying && before.now === now) return before.match
  const match = matchOf(need, me, carrying, now)
  known.set(need, { me, carrying, now, match })
  return match
}

export interface PoolRow {
  view: NeedView
  match: Match | undefined
}

export interface MatchedPool {
  /** How many tasks I hold. */
  carrying: number
  invited: PoolRow[]
  /** The others: what is late first, then what suits me best, then what falls due next. */
  open: PoolRow[]
}

const isInvited = ({ view }: PoolRow) => view.mine?.as.includes('invited') ?? false

/** 接单大厅, as it suits me. */
export function useMatchedPool(me: Person, now: Instant): MatchedPool {
  const pool = usePool()
  const carrying = useMyTasks().filter((view) => !isClaiming(view)).length
  return matchedPool(pool, me, carrying, now)
}

export function matchedPool(
  pool: readonly NeedView[],
  me: Person,
  carrying: number,
  now: Instant,
): MatchedPool {
  const rows = pool.map((view): PoolRow => ({ view, match: matchWith(me, carrying, view.need, now) }))
  const late = ({ view }: PoolRow) => Number(isLate(view, now))
  const open = rows
    .filter((row) => !isInvited(row))
    .sort(
      (a, b) =>
        late(b) - late(a) ||
        byUrgency(a.view, b.view) ||
        bySuit(a.match, b.match) ||
        byDeadline(a.view, b.view),
    )
  return { carrying, invited: rows.filter(isInvited), open }
}

const bySuit = (a: Match | undefined, b: Match | undefined) =>
  a && b ? byMatch(a, b) : Number(!!b) - Number(!!a)
