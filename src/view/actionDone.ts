import type { NeedAction } from 'domain/moves'
import { activeAssignments, type Need } from 'domain/need'

const reminded = (need: Need) =>
  ['已提醒社区', ...activeAssignments(need).map((each) => each.personName)].join('、')

const DONE: Partial<Record<NeedAction, string | ((need: Need) => string)>> = {
  decline: '知道了，社区会另外找人',
  start: '已告诉居民，您出发了',
  release: '已退单，社区马上再找人',
  finish: '已请居民确认',
  rate: '谢谢您的评价',
  reopen: '收到，会换一位来看。您不用再说一遍',
  followUp: '回访记下了',
  reject: '已告诉居民原因和去处',
  withdraw: '已撤单',
  resize: '人数改好了',
  add: '补充好了',
  urge: reminded,
  escalate: '已转上一级督办',
}

/** A short word after an action; none where the page itself says it. */
export function doneText(need: Need, action: NeedAction, online: boolean): string | undefined {
  if (!online) return '已存好，联网后自动送出'
  const text = DONE[action]
  return typeof text === 'function' ? text(need) : text
}
