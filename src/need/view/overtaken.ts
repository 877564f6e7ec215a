import type { Actor } from 'domain/kernel/actor'
import type { Instant } from 'domain/kernel/time'
import type { NeedAction } from 'domain/need/moves'
import { awaits, STATUSES } from 'domain/need/status'
import { TRANSITIONS } from 'domain/need/transitions'
import { refusal, surprises } from 'domain/need/workflow'
import type { RefusedCommand } from '@/store/appState'
import type { NeedView } from '@/store/records'
import { buttonFace, stepFace } from '../actions'
import { actionText } from './actions'

/** Whether a step that heeds what others do was refused because of it. */
export const isOvertaken = ({ command, code }: RefusedCommand) =>
  code === 'statusChanged' && command.name === 'need.move' && 'heeds' in TRANSITIONS[command.args.action]

/** Whether the step may be taken with the same words as the need stands now. */
export const isStillPossible = ({ command }: RefusedCommand, { need }: NeedView, me: Actor, now: Instant) =>
  command.name === 'need.move' && refusal(need, command.args.action, command.args, me, now) === undefined

/** 改派 for one that somebody holds or was asked for already. */
const againText = (action: NeedAction, { need }: NeedView) =>
  (awaits(need) !== 'dispatch' && buttonFace(action)?.again) || actionText(action)

/**
 * What has changed since a step was tapped, and what now: 刚刚陈师傅接了单。现在还要改派吗？
 * @param possible whether the step may still be taken as the need stands now
 */
export function overtakenText({ command }: RefusedCommand, view: NeedView, possible: boolean): string {
  if (command.name !== 'need.move') return ''
  const { args } = command
  const came = surprises(args, view.events ?? []).flatMap((event) => {
    const said = stepFace(event.action)?.meanwhile?.(event.byName, event)
    return said ? [said] : []
  })
  const news =
    came.length > 0 ? came.slice(-2).join('，') : `这一单变成了“${STATUSES[view.need.status].name}”`
  const name = againText(args.action, view)
  return possible ? `刚刚${news}。现在还要${name}吗？` : `刚刚${news}，现在不能${name}了`
}

/** On the button that takes the step on what is now. */
export const stillText = (action: NeedAction, view: NeedView) => `仍要${againText(action, view)}`
