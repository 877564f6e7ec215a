import type { Command } from 'domain/commands'
import type { Instant } from 'domain/time'
import { TRANSITIONS } from 'domain/workflow'
import type { StatusTagProps } from '@/components/StatusTag'
import type { RefusedCommand } from '@/store/session'
import { lineText } from './times'

const NAMES: Record<Exclude<Command['name'], 'need.move'>, string> = {
  'need.place': '点单',
  'service.save': '服务清单',
  'resource.save': '资源清单',
  'area.save': '区划',
  'org.save': '组织',
  'person.save': '个人资料',
}

const ACTION_NAMES: Partial<Record<string, string>> = { claim: '接单', finish: '办好了' }

function nameOf(command: Command): string {
  if (command.name !== 'need.move') return NAMES[command.name]
  const { action } = command.args
  return ACTION_NAMES[action] ?? TRANSITIONS[action].label
}

/** 接单：陪独居老人复查 */
export const commandTitle = (command: Command, about: string) =>
  about ? `${nameOf(command)}：${about}` : nameOf(command)

/** What somebody lost to another says so in its own tone; everything else did not get through. */
export const refusedTag = ({ code }: RefusedCommand): StatusTagProps =>
  code === 'alreadyTaken' ? { tone: 'redo', text: '已被他人接单', icon: 'users' } : { tone: 'failed' }

/** What to do about a refusal, beside putting it away. */
export type RefusedNext =
  | { does: 'mend'; text: string }
  | { does: 'similar'; text: string }
  | { does: 'see'; text: string; needId: string }
  | { does: 'edit'; text: string; list: 'service' | 'resource'; id: string }

export function refusedNext({ command, code }: RefusedCommand): RefusedNext | undefined {
  if (command.name === 'need.place') {
    return { does: 'mend', text: code === 'personalData' ? '去掉号码再送' : '改一改再送' }
  }
  if (code === 'alreadyTaken' || code === 'notOffered') return { does: 'similar', text: '看附近类似的' }
  if (command.name === 'service.save' || command.name === 'resource.save') {
    const list = command.name === 'service.save' ? 'service' : 'resource'
    return { does: 'edit', text: '改一改再存', list, id: command.args.id }
  }
  if (command.name === 'need.move' && code !== 'notFound') {
    return { does: 'see', text: '看看最新进度', needId: command.args.needId }
  }
  return undefined
}

/** What became of a claim: when it was made, who was faster where that is known, and that it counts for nothing. */
export function lostText(
  { command, code, text }: RefusedCommand,
  winners: readonly string[],
  now: Instant,
): string {
  const tapped = `您 ${lineText(command.at, now)} 点了接单`
  if (code !== 'alreadyTaken' || winners.length === 0) return `${tapped}。${text}`
  return `${tapped}，${winners.join('、')}先一步接满了。这不算您爽约`
}

export const isClaim = ({ command }: RefusedCommand) =>
  command.name === 'need.move' && command.args.action === 'claim'
