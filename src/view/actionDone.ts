import type { NeedAction } from 'domain/moves'
import { activeAssignments, type Need } from 'domain/need'
import { namesText } from './headline'

/** Nobody is rung up: what was said stands where they all read it. */
const urged = (need: Need) => {
  const names = activeAssignments(need).map((each) => each.personName)
  return `已提醒社区${names.length > 0 ? `和${namesText(names)}` : ''}`
}

const withdrawn = ({ askers }: Need) => (askers.length > 0 ? '已撤单。也在等的邻居，接着给他们办' : '已撤单')

const DONE: Partial<Record<NeedAction, string | ((need: Need) => string)>> = {
  decline: '知道了，社区会另外找人',
  start: '记下了，居民看得到您在路上',
  release: '已退单，社区会另外找人',
  finish: '记下了，等居民确认',
  rate: '谢谢您的评价',
  reopen: '收到，会换一位来看。您不用再说一遍',
  followUp: '回访记下了',
  reject: '已写明原因和去处，居民看得到',
  withdraw: withdrawn,
  resize: '人数改好了',
  add: '补充好了',
  urge: urged,
  escalate: '已转上一级督办',
}

/** A short word after an action; none where the page itself says it. */
export function doneText(need: Need, action: NeedAction, online: boolean): string | undefined {
  if (!online) return '已存好，联网后自动送出'
  const text = DONE[action]
  return typeof text === 'function' ? text(need) : text
}
