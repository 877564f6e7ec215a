import type { Command } from 'domain/commands'
import { type Scope, type ScopeKind, scopeKind } from 'domain/kernel/scope'
import type { Instant } from 'domain/kernel/time'
import { lineText } from '@/format/times'
import { buttonFace, stepFace } from '@/need/actions'
import type { RefusedCommand, SyncState } from '@/store/appState'
import { commandFace } from '@/things'
import type { StatusTagProps } from '@/ui/StatusTag'

/** 接单: of an action or a command by its name. Another version of the app may have said it in words. */
const nameText = (name: string) =>
  buttonFace(name)?.noun ?? stepFace(name)?.label ?? commandFace(name)?.label ?? name

/** 接单：陪独居老人复查 */
export const sentTitle = ({ name, about }: { name: string; about?: string }) =>
  about ? `${nameText(name)}：${about}` : nameText(name)

export function commandTitle({ name, args }: Command, about: string): string {
  const face = commandFace(name)
  return face ? sentTitle({ name: face.nameOf?.(args) ?? name, about }) : sentTitle({ name: '一件事', about })
}

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
    return {
      does: 'edit',
      text: code === 'changedMeanwhile' ? '对照着看看' : '改一改再存',
      list,
      id: command.args.id,
    }
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

/** What is to be said above the outbox where sending does not stand as it should, and the one way on. */
export interface Hindrance {
  text: string
  go?: { does: 'update' | 'logIn'; text: string }
}

export function hindranceOf(sync: SyncState): Hindrance | undefined {
  if (sync === 'tooOld')
    return {
      text: '这个版本太旧了，要先更新。写好的内容都在手机里，更新后自动送出',
      go: { does: 'update', text: '现在更新' },
    }
  if (sync === 'loginNeeded')
    return {
      text: '登录过期了，请重新登录一次。写好的内容都在手机里，登录后自动送出',
      go: { does: 'logIn', text: '重新登录' },
    }
  if (sync === 'stalled')
    return { text: '手机有网络，但一分多钟没有送到。已经换一条路重试，不用守着。急事请直接打电话给社区' }
  return undefined
}

/** What has arrived today, and since when this phone may be behind. */
export function sentTodayText(sent: number, lastSyncAt: Instant | undefined, now: Instant): string {
  if (!lastSyncAt) return '还没有连上过网络'
  const last = `最近联网：${lineText(lastSyncAt, now)}`
  return sent > 0 ? `今天已送出 ${sent} 件，${last}` : last
}

/** Over what waits: why, and when it will go. */
export function waitingWords(sync: SyncState, count: number): { title: string; note: string } {
  const [title, then] = WAITING[sync]
  return { title, note: `${count} 件，${then}` }
}
const WAITING: Record<SyncState, [title: string, then: string]> = {
  idle: ['正在送出', '马上就好'],
  sending: ['正在送出', '马上就好'],
  offline: ['等网络', '联网后自动送出'],
  stalled: ['还没送到', '会一直重试'],
  tooOld: ['等更新', '更新后自动送出'],
  loginNeeded: ['等登录', '登录后自动送出'],
}

const SCOPE_NAMES: Record<ScopeKind, string> = {
  user: '自己的单',
  org: '单位的单',
  pool: '接单大厅',
  staff: '派单台',
  community: '社区清单',
  district: '社区名称',
}

function scopeName(scope: Scope): string {
  const kind = scopeKind(scope)
  return kind ? SCOPE_NAMES[kind] : '别的内容'
}

/** Where the phone has no room for all: what is missing without a network, and that nothing is lost. */
export function unkeptText(scopes: readonly Scope[]): string {
  const names = [...new Set(scopes.map(scopeName))]
  return `手机存不下全部内容，没有网络时看不到${names.join('、')}。您写好的和送出的都在，不受影响`
}
