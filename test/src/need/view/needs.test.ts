import type { Instant } from 'domain/kernel/time'
import type { Need, NeedEvent } from 'domain/need/need'
import { summaryOf } from 'domain/need/needRow'
import { askOf } from '@/need/view/actions'
import { deadlineProps, leftProps } from '@/need/view/deadline'
import { needHeadline } from '@/need/view/headline'
import { mainAction } from '@/need/view/needBar'
import { needCardProps, needRowProps, titleOfNeed } from '@/need/view/needCard'
import { listTone } from '@/need/view/needStatus'
import { timelineEntries } from '@/need/view/timeline'
import type { NeedView } from '@/store/records'
import { aMember, aNeed, heldBy, idOf, noon } from '../../../support/builders'

const viewOf = (need = aNeed(), more: Partial<NeedView> = {}): NeedView => ({
  need,
  summary: summaryOf(need),
  whole: true,
  listed: true,
  waiting: [],
  local: false,
  ...more,
})

test('a need that only the phone has says that it is kept', () => {
  const view = viewOf(aNeed(), { local: true })
  expect(listTone(view)).toBe('queued')
  expect(needHeadline(view, noon)).toContain('已存好')
  expect(needCardProps(view, noon).look).toBe('waiting')
})

test('督办 stands before the status while it is under way, and no longer after', () => {
  expect(listTone(viewOf(aNeed({ escalated: true })))).toBe('urge')
  expect(listTone(viewOf(aNeed({ escalated: true, status: 'closed' })))).toBe('done')
  expect(listTone(viewOf(aNeed({ reopened: 1 })))).toBe('redo')
})

test('the first line says who holds it and how many are missing', () => {
  const member = { ...aMember(), displayName: '陈师傅' }
  expect(needHeadline(viewOf(heldBy('dispatched', 2, member)), noon)).toBe('陈师傅已接单，还差 1 人')
  expect(needHeadline(viewOf(heldBy('serving', 1, member)), noon)).toBe('陈师傅正在办')
  expect(needHeadline(viewOf(aNeed(), { mine: { as: ['requester'] } }), noon)).toBe(
    '社区已收到，今天 12:00 前回应',
  )
  expect(needHeadline(viewOf(aNeed()), noon)).toBe('等社区派单，今天 12:00 前回应')
})

test('a stranger reads what the public reads', () => {
  const need = aNeed({ categoryCode: 'wish-study', title: '私下的话' })
  expect(titleOfNeed(viewOf(need, { whole: false }))).toBe('学习成长')
  expect(titleOfNeed(viewOf(need))).toBe('私下的话')
})

test('the promise counts to a response first, then to the end, and says when it has run out', () => {
  const placed = viewOf(aNeed({ respondBy: '2026-03-18T05:00:00.000Z' }))
  expect(deadlineProps(placed, noon)).toMatchObject({
    promise: '承诺今天 13:00 前有人回应',
    left: '1 小时',
    shareLeft: 0.5,
  })
  expect(leftProps(placed, noon)).toEqual({ text: '还剩 1 小时要派出', tone: undefined })
  expect(leftProps(placed, '2026-03-18T06:00:00.000Z')).toEqual({ text: '已超 1 小时', tone: 'late' })
  expect(deadlineProps(viewOf(aNeed({ status: 'closed' })), noon)).toBe(undefined)
})

test('a row of 我的点单 shows the step under way, and none where it ended otherwise', () => {
  expect(needRowProps(viewOf(heldBy('serving', 1, aMember())), noon).progress).toMatchObject({ step: 4 })
  expect(needRowProps(viewOf(aNeed({ status: 'withdrawn' })), noon).progress).toBe(undefined)
})

test('beside the step under way stands the promise: the hour, then how late, and nothing that is said already', () => {
  const placed = aNeed({ respondBy: '2026-03-18T05:00:00.000Z' })
  const row = (need: Need, now: Instant) =>
    needRowProps(viewOf(need, { mine: { as: ['requester'] } }), now).progress
  expect(row(placed, noon)).toEqual({ step: 1, text: '社区已收到，今天 13:00 前回应' })
  expect(row(placed, '2026-03-18T06:00:00.000Z')).toMatchObject({
    promise: '已超 1 小时',
    promiseTone: 'late',
  })
  const offered = aNeed({ status: 'dispatched', respondBy: '2026-03-18T05:00:00.000Z' })
  expect(row(offered, noon)).toMatchObject({ promise: '承诺今天 13:00 前' })
  expect(needRowProps(viewOf(placed, { local: true }), noon).progress?.promise).toBe(undefined) // nobody has it yet
})

test('the timeline speaks to the one who asked, ends with what comes next, and names every action', () => {
  const event = (action: string, n: number): NeedEvent => ({
    id: idOf('e', n),
    needId: aNeed().id,
    action,
    byId: aNeed().requesterId,
    byName: '李**',
    at: '2026-03-18T03:00:00.000Z',
  })
  const events = [event('place', 1), event('urge', 2)]
  const lines = timelineEntries(viewOf(aNeed(), { events, mine: { as: ['requester'] } }), noon)
  expect(lines.map((each) => [each.title, each.state])).toEqual([
    ['您提交了点单', 'done'],
    ['您催了一下', 'done'],
    ['待派单', 'now'],
    ['等社区派单', 'next'],
  ])
  expect(timelineEntries(viewOf(aNeed(), { events }), noon)[0]?.title).toBe('李**提交了点单')
})

test('one main button; the others ask only for what the table asks', () => {
  expect(mainAction(['withdraw', 'urge', 'rate', 'reopen'])).toBe('rate')
  expect(mainAction(['withdraw', 'urge'])).toBe(undefined)
  expect(askOf(heldBy('claimed', 1, aMember()), 'release')?.send).toBe('退单')
  expect(askOf(aNeed(), 'urge')).toBe(undefined)
  expect(askOf(aNeed({ status: 'dispatched' }), 'claim')).toBe(undefined)
})
