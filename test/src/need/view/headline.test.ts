import type { Relation } from 'domain/need/relations'
import type { NeedStatus } from 'domain/need/status'
import { inLines, needHeadline } from '@/need/view/headline'
import { namesText } from '@/need/view/names'
import { aMember, aNeed, heldBy, noon } from '../../../support/builders'
import { anEvent, seenAs } from './story'

const chen = { ...aMember(), displayName: '陈师傅' }

test.each<[NeedStatus, Relation[], string]>([
  ['placed', ['requester'], '社区已收到，今天 12:00 前回应'],
  ['placed', [], '等社区派单，今天 12:00 前回应'],
  ['dispatched', ['requester'], '社区正在找人接单'],
  ['dispatched', ['invited'], '社区请您来帮忙，还差 1 人'],
  ['dispatched', [], '等一位来帮忙'],
  ['rejected', ['requester'], '这件事社区没有受理，原因写在下面'],
  ['rejected', [], '社区没有受理'],
  ['withdrawn', ['requester'], '已撤单，需要时再点就行'],
  ['merged', ['asker'], '和另一单是同一件事，已并在一起办'],
  ['closed', ['requester'], '已办结，没办好还可以重办'],
  ['closed', [], '已办结'],
])('%s, to %j: %s', (status, as, text) => {
  expect(needHeadline(seenAs(aNeed({ status }), as), noon)).toBe(text)
})

test.each<[NeedStatus, Relation[], string]>([
  ['claimed', ['requester'], '陈师傅已接单，会跟您约时间'],
  ['claimed', [], '陈师傅已接单'],
  ['serving', ['requester'], '陈师傅正在办，办好了请您确认'],
  ['serving', ['placer'], '陈师傅正在办'],
])('held and %s, to %j: %s', (status, as, text) => {
  expect(needHeadline(seenAs(heldBy(status, 1, chen), as), noon)).toBe(text)
})

test('somebody is on the way for a while after they set out, and at it from then on', () => {
  const set = { ...heldBy('serving', 1, chen), startedAt: '2026-03-18T03:35:00.000Z' }
  expect(needHeadline(seenAs(set, ['requester']), noon)).toBe('陈师傅正在路上，11:35 出发的')
  expect(needHeadline(seenAs(set, ['requester']), '2026-03-18T04:05:01.000Z')).toMatch(/^陈师傅正在办/)
})

test('only the requester is asked whether it is done; the others wait with them', () => {
  const served = aNeed({ status: 'served' })
  const events = [anEvent('finish', 1)]
  expect(needHeadline(seenAs(served, ['requester'], events), noon)).toBe('陈师傅说办好了，您看行不行？')
  expect(needHeadline(seenAs(served, ['placer'], events), noon)).toBe('办好了，等居民评价')
})

test('who rates for somebody without an account is told whom to ask', () => {
  const served = aNeed({ status: 'served', placedFor: { alias: '莫阿婆', relation: '邻居老人' } })
  const events = [anEvent('finish', 1)]
  const told = (as: Relation[]) => needHeadline(seenAs(served, as, events), noon)
  expect(told(['requester', 'placer'])).toBe('陈师傅说办好了，问问莫阿婆行不行？')
  expect(told(['requester'])).toBe('陈师傅说办好了，您看行不行？')
})

test('督办 is only said where it is true', () => {
  const late = aNeed({ respondBy: '2026-03-18T03:30:00.000Z' })
  expect(needHeadline(seenAs(late, ['requester']), noon)).toBe('社区已收到，回应晚了，可以催一催')
  expect(needHeadline(seenAs({ ...late, escalated: true }, ['requester']), noon)).toContain('督办')
})

test('beyond two only how many', () => {
  expect(namesText(['陈师傅', '林师傅'])).toBe('陈师傅、林师傅')
  expect(namesText(['陈师傅', '林师傅', '方队长'])).toBe('陈师傅等 3 人')
})

test.each([
  ['陈师傅正在路上，11:35 出发的', ['陈师傅正在路上，', '11:35 出发的']],
  ['收到，会换一位来看。您不用再说一遍', ['收到，会换一位来看。', '您不用再说一遍']],
  ['办好了，等居民评价', ['办好了，等居民评价']],
  ['等一位来帮忙', ['等一位来帮忙']],
])('%s stands in lines of its own', (text, lines) => {
  expect(inLines(text)).toEqual(lines)
})
