import type { MoveArgs, NeedAction } from 'domain/need/moves'
import type { Need } from 'domain/need/need'
import { asksOf } from 'domain/need/workflow'
import type { Records } from '@/store/records'
import type { IconName } from '@/ui/icons'
import { buttonFace, stepFace } from '../actions'
import type { Ask } from '../face'

/** One of another version of the app is 处理. */
export const actionText = (action: NeedAction): string => stepFace(action)?.label ?? '处理'
export const actionIcon = (action: NeedAction): IconName => buttonFace(action)?.icon ?? 'chevron-right'

/** What a sheet asks before an action is sent; undefined where one tap is enough. */
export function askOf(need: Need, action: NeedAction): Ask | undefined {
  const ask = buttonFace(action)?.ask
  return ask?.confirms || asksOf(need, action) !== undefined ? ask : undefined
}

/** A short word after an action; none where the page itself says it. */
export function doneText(need: Need, action: NeedAction, online: boolean): string | undefined {
  if (!online) return '已存好，联网后自动送出'
  const done = buttonFace(action)?.done
  return typeof done === 'function' ? done(need) : done
}

/** What was just done and may still be taken back. */
export function heldText(move: MoveArgs, names: Pick<Records, 'people' | 'orgs'>): string {
  const held = buttonFace(move.action)?.held ?? `已${actionText(move.action)}`
  return typeof held === 'function' ? held(move, names) : held
}
