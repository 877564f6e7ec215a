import type { NeedAction } from 'domain/need/moves'
import { buttonFace } from '../actions'

const FIT = 3

export interface NeedBar {
  main: NeedAction | undefined
  acts: NeedAction[]
  /** Under 更多. */
  more: NeedAction[]
}

const LAST = Number.POSITIVE_INFINITY
const rankOf = (action: NeedAction, at: 'main' | 'beside') => buttonFace(action)?.rank[at] ?? LAST
const inOrder = (actions: readonly NeedAction[], at: 'main' | 'beside') =>
  [...actions].sort((a, b) => (rankOf(a, at) < rankOf(b, at) ? -1 : rankOf(a, at) > rankOf(b, at) ? 1 : 0))

/** The one red button, if any of these may be it. Everything else stands beside it. */
export function mainAction(possible: readonly NeedAction[]): NeedAction | undefined {
  const [first] = inOrder(possible, 'main')
  return first && rankOf(first, 'main') < LAST ? first : undefined
}

/**
 * 底部操作栏: one main button, as many beside it as fit, the others in a sheet.
 * @param calls whether a call takes the place of a main button that nobody needs, 补充
 */
export function needBar(possible: readonly NeedAction[], calls = false): NeedBar {
  const first = mainAction(possible)
  const main = calls && first === 'add' ? undefined : first
  const others = inOrder(
    possible.filter((action) => action !== main),
    'beside',
  )
  if (others.length <= FIT) return { main, acts: others, more: [] }
  return { main, acts: others.slice(0, FIT - 1), more: others.slice(FIT - 1) }
}
