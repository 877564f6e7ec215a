import type { Relation } from 'domain/need/relations'
import type { NeedStatus } from 'domain/need/status'
import { timelineEntries } from '@/need/view/timeline'
import { aMember, aNeed, heldBy, noon } from '../../../support/builders'
import { anEvent, seenAs } from './story'

const chen = { ...aMember(), displayName: '陈师傅' }
const heard = {
  placed: 'place',
  dispatched: 'dispatch',
  claimed: 'claim',
  serving: 'start',
  served: 'finish',
}

test.each<[keyof typeof heard, Relation[], string, string]>([
  ['placed', ['requester'], '陈师傅提交了点单', '等社区派单'],
  ['dispatched', ['requester'], '社区派单', '等人接单'],
  ['claimed', ['requester'], '陈师傅接单', '等陈师傅出发'],
  ['claimed', ['holder'], '陈师傅接单', '等您出发'],
  ['serving', ['requester'], '陈师傅出发了', '等您评价'],
  ['serving', [], '陈师傅出发了', '等办好'],
  ['served', ['requester'], '陈师傅办好了', '等您评价'],
  ['served', [], '陈师傅办好了', '等居民评价'],
])('%s, to %j: %s is now, then %s', (status, as, now, next) => {
  const view = seenAs(heldBy(status, 1, chen), as, [anEvent(heard[status], 1)])
  expect(timelineEntries(view, noon).map((each) => [each.title, each.state])).toEqual([
    [now, 'now'],
    [next, 'next'],
  ])
})

test('what is still on the phone was written, not handed in', () => {
  const view = seenAs(aNeed(), ['requester'], [anEvent('place', 1), anEvent('add', 2)])
  const titles = timelineEntries({ ...view, local: true }, noon).map(({ title }) => title)
  expect(titles[0]).toMatch(/写好了点单$/)
  expect(titles[1]).toMatch(/补充$/)
  expect(titles[titles.length - 1]).toBe('等送到社区')
})

test.each<NeedStatus>(['closed', 'rejected', 'withdrawn', 'merged'])('%s: nothing more comes', (status) => {
  const entries = timelineEntries(seenAs(aNeed({ status }), [], [anEvent('place', 1)]), noon)
  expect(entries.map(({ state }) => state)).toEqual(['done'])
})

test('who hands back leaves the step as it was: the status is what is under way', () => {
  const events = [anEvent('claim', 1), anEvent('release', 2, { note: '临时有事' })]
  const entries = timelineEntries(seenAs(aNeed({ status: 'dispatched' }), [], events), noon)
  expect(entries.map((each) => [each.title, each.state])).toEqual([
    ['陈师傅接单', 'done'],
    ['陈师傅退单', 'done'],
    ['待接单', 'now'],
    ['等人接单', 'next'],
  ])
})

test('who asked for the same reads the steps, without anybody’s name', () => {
  const steps = ['place', 'claim', 'rate', 'resize'].map((action) => ({ action, at: noon }))
  const { events: _, ...seen } = seenAs(aNeed({ status: 'closed' }), ['asker'])
  const entries = timelineEntries({ ...seen, whole: false, mine: { as: ['asker'], steps } }, noon)
  expect(entries.map(({ title }) => title)).toEqual(['提交了点单', '接单', '评价了', '人数改了'])
})
