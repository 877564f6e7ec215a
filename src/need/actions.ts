import { SYSTEM } from 'domain/kernel/actor'
import type { NeedAction } from 'domain/need/moves'
import { activeAssignments, type Need, type NeedEvent, RATING_NAMES } from 'domain/need/need'
import { awaits } from 'domain/need/status'
import { rescheduledText } from '@/listing/view/sitting'
import type { ActionFace, ButtonFace, StepFace } from './face'
import { holderNames, namesText } from './view/names'
import { offerText } from './view/offer'

/** Nobody's own step: a right has ended, or a deadline. */
const isSystems = ({ byId }: NeedEvent) => byId === SYSTEM.id

/** Nobody is rung up: what was said stands where they all read it. */
const urged = (need: Need) => {
  const names = activeAssignments(need).map((each) => each.personName)
  return `已提醒社区${names.length > 0 ? `和${namesText(names)}` : ''}`
}

/** Who has taken it on, by how far they are. */
const withdraws = (need: Need) => {
  const names = holderNames(need)
  const how = awaits(need) === 'finish' ? '已经出发了' : '已经接单了'
  return `${names ? `${names}${how}，` : ''}确定不用来了吗？`
}

/** 动作: all that people read of each; buttons, sheets, timeline, outbox and toasts are made of this. */
export const ACTIONS = {
  dispatch: {
    label: '派单',
    again: '改派',
    icon: 'navigation',
    rank: { main: 50, beside: 90 },
    tone: 'next',
    desk: true,
    done: undefined,
    held: (move, names) => (move.action === 'dispatch' ? offerText(move.offer, names) : '已派单'),
    did: () => '社区派单',
    meanwhile: () => '这一单已经另外派过了',
    timeline: 'step',
  },
  claim: {
    label: '我来接',
    noun: '接单',
    icon: 'hand-stop',
    rank: { main: 40, beside: 130 },
    tone: 'next',
    done: undefined,
    held: '已报名接单',
    did: (by) => `${by}接单`,
    meanwhile: (by) => `${by}接了单`,
    timeline: 'step',
  },
  decline: {
    label: '婉拒',
    icon: 'x',
    rank: { beside: 40 },
    tone: 'out',
    ask: {
      question: '这次来不了？',
      placeholder: '说一句原因，社区好再找人',
      reasons: ['时间排不开', '这个我不会', '离得太远'],
      send: '来不了',
    },
    done: '知道了，社区会另外找人',
    held: '已婉拒',
    did: (by, event) => (isSystems(event) ? '邀请收回' : `${by}这次来不了`),
    meanwhile: (by) => `${by}说这次来不了`,
    timeline: 'aside',
  },
  release: {
    label: '退单',
    shortcut: '退单',
    icon: 'arrow-back-up',
    rank: { beside: 50 },
    tone: 'out',
    ask: {
      question: '遇到困难了？',
      foreword: () => '不方便办了可以退单，不算您爽约。社区会另外找人。',
      placeholder: '说一句原因，社区好再找人',
      reasons: ['临时有事', '缺工具材料', '这个我办不了', '联系不上人'],
      send: '退单',
    },
    done: '已退单，社区会另外找人',
    held: '已退单',
    did: (by, event) => (isSystems(event) ? '任务交回社区' : `${by}退单`),
    meanwhile: (by) => `${by}退了单`,
    timeline: 'aside',
  },
  start: {
    label: '出发',
    shortcut: '出发',
    icon: 'walk',
    rank: { main: 30, beside: 130 },
    tone: 'next',
    done: '记下了，居民看得到您在路上',
    held: '已出发',
    did: (by) => `${by}出发了`,
    meanwhile: (by) => `${by}已经出发了`,
    timeline: 'step',
  },
  finish: {
    label: '办好了，请居民确认',
    noun: '办好了',
    shortcut: '办好了',
    icon: 'check',
    rank: { main: 20, beside: 130 },
    tone: 'next',
    ask: {
      question: '办得怎么样？',
      placeholder: '办了什么、现在怎么样，一句就行',
      wanted: '说一句结果，居民好确认',
      minutes: true,
      send: '请居民确认',
    },
    says: ({ minutes }) => ({ minutes }),
    done: '记下了，等居民确认',
    held: '办好了，等居民确认',
    did: (by) => `${by}办好了`,
    timeline: 'step',
  },
  rate: {
    label: '评价',
    mainText: '确认评价',
    icon: 'mood-smile',
    rank: { main: 10, beside: 130 },
    tone: 'next',
    ask: { question: '办得满意吗？', send: '确认评价' },
    says: ({ score = 0 }) => ({ score }),
    done: '谢谢您的评价',
    held: '已评价',
    did: (by, { said }) => (said ? `${by}评价：${RATING_NAMES[Number(said.score)] ?? ''}` : `${by}评价了`),
    meanwhile: () => '居民评价过了',
    timeline: 'step',
  },
  reopen: {
    label: '重办',
    icon: 's-redo',
    rank: { main: 70, beside: 10 },
    tone: 'calm',
    ask: {
      question: '哪里还没办好？',
      placeholder: '说一句就行，会换一位来看',
      reasons: ['没办好', '又坏了', '只办了一半'],
      send: '不满意，重办',
    },
    done: '收到，会换一位来看。您不用再说一遍',
    held: '已重办',
    did: (by) => `${by}要求重办`,
    meanwhile: (by) => `${by}要求重办`,
    timeline: 'step',
  },
  followUp: {
    label: '回访',
    icon: 'phone',
    rank: { main: 60, beside: 100 },
    tone: 'calm',
    ask: {
      question: '回访得怎么样？',
      placeholder: '居民怎么说',
      wanted: '写一句居民是怎么说的',
      recordsRating: true,
      send: '记下回访',
    },
    says: ({ score }) => ({ score }),
    done: '回访记下了',
    held: '已回访',
    did: (by) => `${by}回访`,
    meanwhile: (by) => `${by}回访过了`,
    timeline: 'aside',
  },
  reject: {
    label: '不予受理',
    icon: 's-reject',
    rank: { beside: 70 },
    tone: 'out',
    desk: true,
    done: '已写明原因和去处，居民看得到',
    held: '已告诉点单的人，这一单不受理',
    did: () => '社区没有受理',
    timeline: 'step',
  },
  merge: {
    label: '并单',
    icon: 'git-merge',
    rank: { beside: 60 },
    tone: 'calm',
    desk: true,
    done: undefined,
    held: '已并到一起办',
    did: () => '并到另一单一起办',
    timeline: 'step',
  },
  absorb: {
    label: '并入',
    did: () => '有同样的单并了进来',
    meanwhile: () => '又有同样的单并了进来',
    timeline: 'aside',
  },
  reschedule: { label: '改期', did: (_, { said }) => rescheduledText(said), timeline: 'aside' },
  withdraw: {
    label: '撤单',
    icon: 'arrow-back-up',
    rank: { beside: 80 },
    tone: 'out',
    ask: {
      question: '确定不用来了吗？',
      title: withdraws,
      foreword: ({ askers }) =>
        askers.length > 0 ? `还有 ${askers.length} 位邻居也在等这件事，您撤了以后接着给他们办。` : undefined,
      placeholder: '说一句原因',
      reasons: ['已经解决了', '时间不合适', '找到别人帮忙了'],
      send: '不用来了',
      back: '再等等',
      confirms: true,
    },
    done: ({ askers }) => (askers.length > 0 ? '已撤单。也在等的邻居，接着给他们办' : '已撤单'),
    held: '已撤单',
    did: (by) => `${by}撤单`,
    timeline: 'step',
  },
  resize: {
    label: '改人数',
    icon: 'users',
    rank: { beside: 110 },
    tone: 'calm',
    ask: { question: '需要几个人？', send: '改人数' },
    says: ({ headcount = 0 }) => ({ headcount }),
    done: '人数改好了',
    held: '已改人数',
    did: (_, { said }) => (said ? `人数改为 ${said.headcount} 人` : '人数改了'),
    meanwhile: (_, { said }) => `人数改成了 ${said?.headcount} 人`,
    timeline: 'aside',
  },
  add: {
    label: '补充',
    icon: 'pencil-plus',
    rank: { main: 80, beside: 30 },
    tone: 'calm',
    ask: {
      question: '还有什么要说的？',
      placeholder: '比如：带一把梯子',
      wanted: '写一句要补充的话',
      send: '补充',
    },
    done: '补充好了',
    held: '已补充',
    did: (by) => `${by}补充`,
    timeline: 'aside',
  },
  urge: {
    label: '催一催',
    icon: 'bell',
    rank: { beside: 20 },
    tone: 'calm',
    done: urged,
    held: '催过了',
    did: (by) => `${by}催了一下`,
    timeline: 'aside',
  },
  escalate: {
    label: '督办',
    icon: 's-urge',
    rank: { beside: 120 },
    tone: 'calm',
    ask: { question: '为什么要督办？', placeholder: '写给上一级看的一句话', send: '转督办' },
    done: '已转上一级督办',
    held: '已督办',
    did: (_, event) => (isSystems(event) ? '超过时限，转上一级督办' : '转上一级督办'),
    timeline: 'aside',
  },
  whistle: { label: '吹哨', did: () => '社区吹哨，请几家单位一起办', timeline: 'aside' },
  close: { label: '办结', did: () => '到期没有评价，自动办结', timeline: 'step' },
} satisfies { [A in NeedAction]: ActionFace<A> }

type Actions = typeof ACTIONS
export type DeskAction = { [A in NeedAction]: Actions[A] extends { desk: true } ? A : never }[NeedAction]

const FACES: ReadonlyMap<string, StepFace | ButtonFace> = new Map(Object.entries(ACTIONS))

/** Undefined for an action of another version of the app. */
export const stepFace = (action: string): StepFace | undefined => FACES.get(action)

/** Undefined for one that has no button. */
export function buttonFace(action: string): ButtonFace | undefined {
  const face = FACES.get(action)
  return face && 'rank' in face ? face : undefined
}
