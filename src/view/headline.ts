import { activeAssignments, type Need, type NeedStatus } from 'domain/need'
import type { Instant } from 'domain/time'
import type { NeedView } from '@/store/records'
import { clockText } from './times'

const names = (need: Need) =>
  activeAssignments(need)
    .map((each) => each.personName)
    .join('、')

const takenText = (need: Need) => {
  const taken = activeAssignments(need).length
  if (need.kind === 'service' && taken === 0) return '报上名了，主办方会跟您确认'
  return taken > 0
    ? `${names(need)}已接单，还差 ${need.headcount - taken} 人`
    : '正在找人，有人接单马上告诉您'
}

const asked = ({ mine }: NeedView) =>
  mine?.as.some((relation) => ['requester', 'placer', 'asker'].includes(relation)) ?? false

/** Where it is told otherwise to who did not ask for it. */
const TOLD_OTHERS: Partial<Record<NeedStatus, (need: Need, now: Instant) => string>> = {
  placed: (need, now) => `等社区派单，${clockText(need.respondBy, now)} 前回应`,
  dispatched: (need) => {
    const taken = activeAssignments(need).length
    if (need.kind === 'service' && taken === 0) return '等主办方确认'
    if (taken === 0) return need.headcount > 1 ? `等 ${need.headcount} 位来帮忙` : '等一位来帮忙'
    return `${names(need)}已接单，还差 ${need.headcount - taken} 人`
  },
  claimed: (need) => `${names(need)}已接单`,
  served: () => '办好了，等居民评价',
  closed: () => '已办结',
  rejected: () => '社区没有受理',
  withdrawn: () => '已撤单',
  merged: () => '和另一单说的是同一件事，已并在一起办',
}

const TOLD: Record<NeedStatus, (need: Need, now: Instant) => string> = {
  placed: (need, now) =>
    need.reopened > 0
      ? '收到，会换一位来看。您不用再说一遍'
      : `社区已收到，${clockText(need.respondBy, now)} 前回应`,
  dispatched: takenText,
  claimed: (need) => `${names(need)}已接单，会跟您约时间`,
  serving: (need) => `${names(need)}正在办`,
  served: () => '办好了，请说说满不满意',
  closed: (need) => (need.rating ? '已办结，谢谢您的评价' : '已办结'),
  rejected: () => '这件事社区没有受理，原因写在下面',
  withdrawn: () => '已撤单，需要时再点就行',
  merged: () => '和另一单说的是同一件事，已并在一起办，结果一起告诉您',
}

/** The first line of a need: what is the case now, in one sentence (先说结果，再给细节). */
export function needHeadline(view: NeedView, now: Instant): string {
  const { need, local, waiting } = view
  if (local) return '已存好，联网后自动送出。现在可以关掉手机'
  if (waiting.some((each) => each.action === 'claim')) return '已替您报名接单，送到后马上告诉您结果'
  const told = asked(view) ? undefined : TOLD_OTHERS[need.status]
  return (told ?? TOLD[need.status])(need, now)
}
