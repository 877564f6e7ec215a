import type { NeedAction } from 'domain/moves'
import { mainAction } from './actions'

/** Beside the main button, most useful first. */
const BESIDE: readonly NeedAction[] = [
  'reopen',
  'urge',
  'add',
  'decline',
  'release',
  'merge',
  'reject',
  'withdraw',
  'dispatch',
  'followUp',
  'resize',
  'escalate',
]
const FIT = 3

export interface NeedBar {
  main: NeedAction | undefined
  acts: NeedAction[]
  /** Under 更多. */
  more: NeedAction[]
}

/**
 * 底部操作栏: one main button, as many beside it as fit, the others in a sheet.
 * @param calls whether a call takes the place of a main button that nobody needs, 补充
 */
export function needBar(possible: readonly NeedAction[], calls = false): NeedBar {
  const first = mainAction(possible)
  const main = calls && first === 'add' ? undefined : first
  const others = possible.filter((action) => action !== main).sort((a, b) => rank(a) - rank(b))
  if (others.length <= FIT) return { main, acts: others, more: [] }
  return { main, acts: others.slice(0, FIT - 1), more: others.slice(FIT - 1) }
}

const rank = (action: NeedAction) => {
  const at = BESIDE.indexOf(action)
  return at < 0 ? BESIDE.length : at
}
