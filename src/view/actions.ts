import type { NeedAction } from 'domain/moves'
import type { Need } from 'domain/need'
import { TRANSITIONS } from 'domain/transitions'
import { asksOf } from 'domain/workflow'
import type { IconName } from '@/components/icons'
import { holderNames } from './headline'

interface ActionText {
  icon: IconName
  /** What the sheet asks, where the action asks for words. */
  question?: string
  placeholder?: string
  /** On the button that sends it. */
  send?: string
}

const TEXTS: Partial<Record<NeedAction, ActionText>> = {
  dispatch: { icon: 'navigation' },
  claim: { icon: 'hand-stop' },
  decline: { icon: 'x', question: '这次来不了？', placeholder: '说一句原因，社区好再找人', send: '来不了' },
  start: { icon: 'walk' },
  release: {
    icon: 'arrow-back-up',
    question: '遇到困难了？',
    placeholder: '说一句原因，社区好再找人',
    send: '退单',
  },
  finish: {
    icon: 'check',
    question: '办得怎么样？',
    placeholder: '办了什么、现在怎么样，一句就行',
    send: '请居民确认',
  },
  rate: { icon: 'mood-smile', question: '办得满意吗？', send: '确认评价' },
  reopen: {
    icon: 's-redo',
    question: '哪里还没办好？',
    placeholder: '说一句就行，会换一位来看',
    send: '不满意，重办',
  },
  followUp: { icon: 'phone', question: '回访得怎么样？', placeholder: '居民怎么说', send: '记下回访' },
  reject: {
    icon: 's-reject',
    question: '为什么不受理？',
    placeholder: '写明原因和去处，比如：归供电所管，电话 95598',
    send: '不予受理',
  },
  merge: { icon: 'git-merge' },
  withdraw: {
    icon: 'arrow-back-up',
    question: '确定不用来了吗？',
    placeholder: '说一句原因',
    send: '不用来了',
  },
  resize: { icon: 'users', question: '需要几个人？', send: '改人数' },
  add: { icon: 'pencil-plus', question: '还有什么要说的？', placeholder: '比如：带一把梯子', send: '补充' },
  urge: { icon: 'bell' },
  escalate: {
    icon: 's-urge',
    question: '为什么要督办？',
    placeholder: '写给上一级看的一句话',
    send: '转督办',
  },
}

/** One of another version of the app is 处理. */
export const actionText = (action: NeedAction): string => TRANSITIONS[action]?.label ?? '处理'
export const actionIcon = (action: NeedAction): IconName => TEXTS[action]?.icon ?? 'chevron-right'

/** What a sheet asks before an action is sent; undefined where one tap is enough. */
export function askText(need: Need, action: NeedAction): ActionText | undefined {
  const asks = asksOf(need, action) !== undefined || action === 'withdraw'
  return asks && TEXTS[action]?.question ? TEXTS[action] : undefined
}

/** On the sheet: what it asks. 撤单确认 names who has taken it on, by how far they are. */
export function askTitle(need: Need, action: NeedAction): string {
  const question = askText(need, action)?.question ?? actionText(action)
  const names = holderNames(need)
  if (action !== 'withdraw' || !names) return question
  return `${names}${need.status === 'serving' ? '已经出发了' : '已经接单了'}，${question}`
}

/** What somebody should know before they send it. */
export function foreword({ askers }: Need, action: NeedAction): string | undefined {
  if (action === 'withdraw' && askers.length > 0)
    return `还有 ${askers.length} 位邻居也在等这件事，您撤了以后接着给他们办。`
  return action === 'release' ? '不方便办了可以退单，不算您爽约。社区会另外找人。' : undefined
}

/** The one red button: the first of these that is possible. Everything else stands beside it. */
const MAIN: readonly NeedAction[] = [
  'rate',
  'finish',
  'start',
  'claim',
  'dispatch',
  'followUp',
  'reopen',
  'add',
]

export const mainAction = (possible: readonly NeedAction[]): NeedAction | undefined =>
  MAIN.find((action) => possible.includes(action))
