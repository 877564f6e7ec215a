import type { Actor } from 'domain/actor'
import type { NeedAction } from 'domain/moves'
import { type NeedEvent, STATUS_NAMES } from 'domain/need'
import type { Instant } from 'domain/time'
import { TRANSITIONS } from 'domain/transitions'
import { refusal, surprises } from 'domain/workflow'
import type { NeedView } from '@/store/records'
import type { RefusedCommand } from '@/store/session'
import { actionText } from './actions'

/** What was done meanwhile, said to who had not seen it. */
const DONE: Partial<Record<NeedAction, (by: string, event: NeedEvent) => string>> = {
  dispatch: () => '这一单已经另外派过了',
  claim: (by) => `${by}接了单`,
  start: (by) => `${by}已经出发了`,
  decline: (by) => `${by}说这次来不了`,
  release: (by) => `${by}退了单`,
  resize: (_, { said }) => `人数改成了 ${said?.headcount} 人`,
  reopen: (by) => `${by}要求重办`,
  rate: () => '居民评价过了',
  followUp: (by) => `${by}回访过了`,
  absorb: () => '又有同样的单并了进来',
}

/** Whether a step that heeds what others do was refused because of it. */
export const isOvertaken = ({ command, code }: RefusedCommand) =>
  code === 'statusChanged' && command.name === 'need.move' && 'heeds' in TRANSITIONS[command.args.action]

/** Whether the step may be taken with the same words as the need stands now. */
export const isStillPossible = ({ command }: RefusedCommand, { need }: NeedView, me: Actor, now: Instant) =>
  command.name === 'need.move' && refusal(need, command.args.action, command.args, me, now) === undefined

/** 改派 for one that somebody holds or was asked for already. */
const againText = (action: NeedAction, { need }: NeedView) =>
  action === 'dispatch' && need.status !== 'placed' ? '改派' : actionText(action)

/**
 * What has changed since a step was tapped, and what now: 刚刚陈师傅接了单。现在还要改派吗？
 * @param possible whether the step may still be taken as the need stands now
 */
export function overtakenText({ command }: RefusedCommand, view: NeedView, possible: boolean): string {
  if (command.name !== 'need.move') return ''
  const { args } = command
  const came = surprises(args, view.events ?? []).flatMap((event) => {
    const said = DONE[event.action as NeedAction]?.(event.byName, event)
    return said ? [said] : []
  })
  const news = came.length > 0 ? came.slice(-2).join('，') : `这一单变成了“${STATUS_NAMES[view.need.status]}”`
  const name = againText(args.action, view)
  return possible ? `刚刚${news}。现在还要${name}吗？` : `刚刚${news}，现在不能${name}了`
}

/** On the button that takes the step on what is now. */
export const stillText = (action: NeedAction, view: NeedView) => `仍要${againText(action, view)}`
