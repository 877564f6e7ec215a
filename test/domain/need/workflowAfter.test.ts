import { findCategory } from 'domain/category/category'
import { plusDays, plusMinutes } from 'domain/kernel/time'
import type { Need } from 'domain/need/need'
import { absorb, advance, refusal } from 'domain/need/workflow'
import {
  aGridWorker,
  aMember,
  aNeed,
  anActor,
  aResident,
  aSecretary,
  community,
  elsewhere,
  heldBy,
  idOf,
  noon,
  toPool,
} from '../../support/builders'

const time = { now: noon, eventId: idOf('e', 1) }
const needId = aNeed().id

test('staff record a rating for somebody without a phone, and ask again only where it is unrated or bad', () => {
  const followUp = { needId, action: 'followUp', note: '电话回访，满意', score: 3 } as const
  const served = aNeed({ status: 'served', gridCode: `${community}002` })
  expect(advance(served, followUp, aGridWorker(), time).need).toMatchObject({
    status: 'closed',
    rating: { score: 3 },
  })
  expect(
    refusal(aNeed({ status: 'closed', rating: { score: 3 } }), 'followUp', followUp, aSecretary(), noon),
  ).toBe('statusChanged')
})

test('a closed need can be reopened within the days of its category', () => {
  const closed = aNeed({ status: 'closed', closedAt: noon, rating: { score: 1 } })
  const days = findCategory('help-power')?.reopenWithinDays ?? 0
  const reopen = { needId, action: 'reopen', note: '又不亮了' } as const
  expect(refusal(closed, 'reopen', reopen, aResident(), plusDays(noon, days + 1))).toBe('tooLate')
  const again = advance(closed, reopen, aResident(), { ...time, now: plusDays(noon, days) }).need
  expect(again).toMatchObject({ status: 'placed', reopened: 1, rating: undefined, offer: undefined })
  expect(again.respondBy > closed.respondBy).toBe(true)
})

test('merged needs: everybody who asked may reopen, and a withdrawn one passes on', () => {
  const neighbour = aResident(21)
  const source = aNeed({
    id: idOf('n', 2),
    requesterId: neighbour.id,
    placedById: neighbour.id,
    requesterName: '王姨',
  })
  const target = absorb(aNeed(), source, aSecretary(), time).need
  expect(target.askers).toEqual([{ personId: neighbour.id, name: '王姨' }])
  expect(refusal({ ...target, status: 'served' }, 'reopen', { note: '没好' }, neighbour, noon)).toBe(
    undefined,
  )
  const passed = advance(target, { needId, action: 'withdraw' }, aResident(), time).need
  expect(passed).toMatchObject({
    status: 'placed',
    requesterId: neighbour.id,
    requesterName: '王姨',
    askers: [],
  })
  expect(advance(passed, { needId, action: 'withdraw' }, neighbour, time).need.status).toBe('withdrawn')
})

test('a merge target is another open need of the same community', () => {
  const merge = (target: ReturnType<typeof aNeed>) => () => absorb(target, aNeed(), aSecretary(), time)
  expect(merge(aNeed())).toThrow('badTarget')
  expect(merge(aNeed({ id: idOf('n', 2), communityCode: elsewhere }))).toThrow('badTarget')
  expect(merge(aNeed({ id: idOf('n', 2), status: 'merged' }))).toThrow('badTarget')
  expect(merge(aNeed({ id: idOf('n', 2), kind: 'service' }))).toThrow('badTarget')
  const order = aNeed({ kind: 'service' })
  const move = { needId, action: 'merge', targetId: idOf('n', 2) } as const
  expect(refusal(order, 'merge', move, aSecretary(), noon)).toBe('badTarget')
})

test('headcount changes never drop below those who hold it', () => {
  const need = heldBy('claimed', 2, aMember(11), aMember(12))
  const resize = (headcount: number) => ({ needId, action: 'resize', headcount }) as const
  expect(refusal(need, 'resize', resize(1), aSecretary(), noon)).toBe('badHeadcount')
  expect(advance(need, resize(3), aSecretary(), time).need.status).toBe('dispatched')
})

test('an event is dated by the phone, between the need’s last event and the server’s now', () => {
  const urge = { needId, action: 'urge' } as const
  const at = (phone: string) => advance(aNeed(), urge, aResident(), { ...time, at: phone }).event.at
  expect(at('2026-03-18T03:45:00.000Z')).toBe('2026-03-18T03:45:00.000Z')
  expect(at('2026-03-19T00:00:00.000Z')).toBe(noon)
  expect(at('2020-01-01T00:00:00.000Z')).toBe(aNeed().changedAt)
})

test('coordinators dispatch below their prefix, nobody else’s secretary does', () => {
  const dispatch = (actor: ReturnType<typeof anActor>) =>
    refusal(aNeed(), 'dispatch', { offer: toPool } as never, actor, noon)
  expect(dispatch(anActor(5, [{ role: 'coordinator', area: '441704100' }]))).toBe(undefined)
  expect(dispatch(anActor(5, [{ role: 'coordinator', area: '441704109' }]))).toBe('notAllowed')
  expect(dispatch(anActor(5, [{ role: 'secretary', area: elsewhere }]))).toBe('notAllowed')
  expect(community.startsWith('441704100')).toBe(true)
})

describe('by when somebody shall be found', () => {
  const promised = '2026-03-18T04:30:00.000Z'
  const waiting = aNeed({ respondBy: promised, finishBy: '2026-03-20T03:00:00.000Z' })
  const dispatch = (need: Need, now: string) =>
    advance(need, { needId, action: 'dispatch', offer: toPool }, aSecretary(), { ...time, now }).need
  const within = findCategory(waiting.categoryCode)?.respondWithinMin ?? 0

  test('the first dispatch keeps what was promised, also after a reopening', () => {
    expect(dispatch(waiting, noon).respondBy).toBe(promised)
    expect(dispatch({ ...waiting, reopened: 1, dispatchedAt: noon }, noon).respondBy).toBe(promised)
  })
  test('offered again, it is promised anew: what was late is late no longer', () => {
    const late = plusMinutes(promised, 30)
    const first = dispatch(waiting, noon)
    expect(dispatch(first, late).respondBy).toBe(plusMinutes(late, within))
    expect(dispatch(waiting, late).respondBy).toBe(plusMinutes(late, within))
  })
  test('never earlier than before, never beyond the day by which it shall be done', () => {
    const first = dispatch({ ...waiting, respondBy: '2026-03-19T03:00:00.000Z' }, noon)
    expect(dispatch(first, plusMinutes(noon, 1)).respondBy).toBe('2026-03-19T03:00:00.000Z')
    const short = dispatch({ ...waiting, finishBy: plusMinutes(promised, 5) }, noon)
    const again = dispatch(short, plusMinutes(promised, 1))
    expect(again.respondBy).toBe(plusMinutes(promised, 5))
    expect(dispatch(again, plusMinutes(promised, 60)).respondBy).toBe(plusMinutes(promised, 5))
    expect(again.finishBy).toBe(short.finishBy)
  })
})
