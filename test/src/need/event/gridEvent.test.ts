import { findCategory } from 'domain/category/category'
import type { Need } from 'domain/need/need'
import { summaryOf } from 'domain/need/needRow'
import type { NeedStatus } from 'domain/need/status'
import { EVENT_STEPS, EVENT_TILES, eventCardProps, eventStep, urgencyOptions } from '@/need/event/gridEvent'
import type { NeedView } from '@/store/records'
import { aMember, aNeed, heldBy, noon } from '../../../support/builders'

const report: Partial<Need> = {
  kind: 'report',
  categoryCode: 'report-sign',
  title: '公交站旁的招牌松了',
  answers: {},
}
const viewOf = (need: Need, more: Partial<NeedView> = {}): NeedView => ({
  need,
  summary: summaryOf(need),
  whole: true,
  listed: true,
  waiting: [],
  local: false,
  ...more,
})
const held = (status: NeedStatus) =>
  viewOf({ ...heldBy(status, 1, { ...aMember(), displayName: '城管联络员' }), ...report })

test.each<[NeedStatus, number | undefined, string | undefined]>([
  ['placed', 2, '待研判'],
  ['dispatched', 3, '分派中'],
  ['claimed', 4, '待处置'],
  ['serving', 4, '处置中'],
  ['served', 5, '待确认'],
  ['closed', EVENT_STEPS.length + 1, '已反馈'],
  ['rejected', undefined, undefined],
  ['withdrawn', undefined, undefined],
  ['merged', undefined, undefined],
])('a report that is %s stands at step %s: %s', (status, step, text) => {
  const view = viewOf(aNeed({ ...report, status }))
  expect(eventStep(view)).toBe(step)
  const { statusText, statusStep } = eventCardProps(view, noon)
  expect(statusText).toBe(text)
  expect(statusStep).toBe(status === 'closed' ? undefined : step)
})

test('what is still on the phone is being collected, and reads as everything that waits to be sent', () => {
  const view = viewOf(aNeed(report), { local: true })
  expect(eventStep(view)).toBe(1)
  expect(eventCardProps(view, noon)).toMatchObject({ look: 'waiting', statusText: undefined, tone: 'queued' })
  expect(eventCardProps(view, noon).metas).toEqual([{ icon: 'clock', text: '11:00 写好' }]) // no promise runs yet
})

test('督办 and 重办 keep their own word', () => {
  const marked = (more: Partial<Need>) => eventCardProps(viewOf(aNeed({ ...report, ...more })), noon)
  expect(marked({ escalated: true })).toMatchObject({ tone: 'urge', statusText: undefined, statusStep: 2 })
  expect(marked({ reopened: 1 })).toMatchObject({ tone: 'redo', statusText: undefined })
})

test('a card names its type, who deals with it, and how long they have', () => {
  const card = eventCardProps(held('serving'), noon)
  expect(card).toMatchObject({ label: '宣传广告 · 招牌横幅', icon: 'ad' })
  expect(card.metas?.map(({ text }) => text)).toEqual(['城管联络员 已到场', expect.stringMatching(/^还剩 /)])
  expect(eventCardProps(held('claimed'), noon).metas?.[0]?.text).toBe('城管联络员 已接单')
})

test('one that waits says when it was told, one that is over when it ended', () => {
  const texts = (need: Partial<Need>) =>
    eventCardProps(viewOf(aNeed({ ...report, ...need })), noon).metas?.map(({ text }) => text)
  expect(texts({})).toContain('11:00 上报')
  expect(texts({ status: 'closed', closedAt: '2026-03-17T08:20:00.000Z' })).toEqual(['昨天 16:20 结案'])
})

test('every type has an icon of its own, and how urgent it is says in what time', () => {
  expect(new Set(EVENT_TILES.map(({ icon }) => icon)).size).toBe(6)
  expect(urgencyOptions(findCategory('report-garbage')).map(({ text }) => text)).toEqual([
    '一般 3 天',
    '较急 2 天',
    '紧急 12 小时',
  ])
  expect(urgencyOptions(undefined).map(({ text }) => text)).toEqual(['一般', '较急', '紧急'])
})
