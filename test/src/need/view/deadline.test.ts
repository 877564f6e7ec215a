import { figuresOf } from '@/need/queue/queueFigures'
import { deadlineProps, leftProps, promiseLine } from '@/need/view/deadline'
import { aMember, aNeed, heldBy, noon } from '../../../support/builders'
import { anEvent, cancelled, seenAs } from './story'

const held = (finishBy: string) => seenAs({ ...heldBy('serving', 1, aMember()), finishBy }, ['requester'])

test.each([
  ['2026-03-18T10:00:00.000Z', '还剩 6 小时', 'ok'],
  ['2026-03-18T04:10:00.000Z', '还剩 10 分', 'warn'],
  ['2026-03-18T02:00:00.000Z', '已超 2 小时', 'late'],
  ['2026-03-18T04:00:00.000Z', '还剩 1 分', 'warn'],
  ['2026-03-18T03:59:59.999Z', '已超 1 分', 'late'],
])('promised for %s it reads %s', (finishBy, left, tone) => {
  expect(promiseLine(held(finishBy), noon)).toMatchObject({ left, tone })
})

test('resident and staff see the same number, each told so in their own words', () => {
  const view = held('2026-03-18T10:00:00.000Z')
  const [resident, staff] = [deadlineProps(view, noon, true), deadlineProps(view, noon)]
  expect(resident?.left).toBe(staff?.left)
  expect(resident?.consequence).toBe('社区看到的是同一个时限')
  expect(staff?.consequence).toBe('居民看到的是同一个时限')
})

test('nothing is promised before the community has it', () => {
  const view = seenAs(aNeed(), ['requester'])
  expect(deadlineProps(view, noon, true)).toBeDefined()
  expect(deadlineProps({ ...view, local: true }, noon, true)).toBeUndefined()
})

test('nothing is promised of a session that is not held', () => {
  const need = aNeed({ status: 'dispatched' })
  expect(deadlineProps(seenAs(need, ['requester']), noon, true)).toBeDefined()
  const view = seenAs(need, ['requester'], [cancelled])
  expect(deadlineProps(view, noon, true)).toBeUndefined()
  const later = '2999-01-01T00:00:00.000Z'
  expect(figuresOf([seenAs(need, [])], later)).toMatchObject({ late: 1 })
  expect(figuresOf([view], later)).toMatchObject({ soon: 0, late: 0 })
})

test('督办 is said where it is true, and nowhere else', () => {
  const late = aNeed({ respondBy: '2026-03-18T03:30:00.000Z' })
  expect(deadlineProps(seenAs(late, ['requester']), noon, true)).toMatchObject({
    escalated: false,
    consequence: '等急了可以催一催',
  })
  const escalated = deadlineProps(seenAs({ ...late, escalated: true }, []), noon)
  expect(escalated).toMatchObject({ escalated: true, consequence: '上一级在跟进，进展都在这里' })
})

test('after 重办 the time promised counts from then', () => {
  const need = aNeed({ reopened: 1, respondBy: '2026-03-18T05:00:00.000Z' })
  const events = [anEvent('reopen', 1, { at: '2026-03-18T03:00:00.000Z' })]
  const view = seenAs({ ...need, placedAt: '2026-03-10T03:00:00.000Z' }, ['requester'], events)
  expect(deadlineProps(view, noon)).toMatchObject({ shareLeft: 0.5, started: '11:00 要求重办' })
})

test('offered again, its time counts from then on', () => {
  const redispatched = aNeed({
    status: 'dispatched',
    placedAt: '2026-03-14T03:00:00.000Z',
    dispatchedAt: noon,
    respondBy: '2026-03-18T05:00:00.000Z',
  })
  const view = seenAs(redispatched, [])
  expect(deadlineProps(view, noon)).toMatchObject({ shareLeft: 1, started: '12:00 再派单' })
  expect(leftProps(view, noon)?.tone).toBeUndefined()
  expect(leftProps(view, '2026-03-18T04:55:00.000Z')?.tone).toBe('warn')
})
