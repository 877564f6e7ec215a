import { findCategory } from 'domain/category/category'
import type { RefusalCode } from 'domain/kernel/refusal'
import { plusDays, plusMinutes } from 'domain/kernel/time'
import type { NeedAction } from 'domain/need/moves'
import type { Need } from 'domain/need/need'
import type { NeedStatus } from 'domain/need/status'
import { absorb, actionsFor, advance, asksOf, refusal } from 'domain/need/workflow'
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
  toPeople,
  toPool,
} from '../../support/builders'

const time = { now: noon, eventId: idOf('e', 1) }
const needId = aNeed().id

test.each<[NeedStatus, NeedAction, RefusalCode | undefined]>([
  ['dispatched', 'claim', undefined],
  ['claimed', 'claim', 'alreadyTaken'],
  ['placed', 'claim', 'statusChanged'],
  ['withdrawn', 'claim', 'statusChanged'],
  ['placed', 'dispatch', 'notAllowed'], // 派单 is the secretary's
  ['dispatched', 'start', 'notAllowed'], // only who holds it
])('a member on a %s need: %s → %s', (status, action, expected) => {
  const need =
    status === 'claimed'
      ? heldBy('claimed', 1, aMember(9))
      : aNeed({ status, offer: toPool, dispatchedAt: noon })
  expect(refusal(need, action, {}, aMember(), noon)).toBe(expected)
})

// The `next` column of the workflow, status by status, for everybody who could act.
test.each<[NeedStatus, NeedAction[]]>([
  ['placed', ['dispatch', 'reject', 'merge', 'withdraw', 'resize', 'add', 'urge', 'escalate']],
  [
    'dispatched',
    [
      'dispatch',
      'claim',
      'decline',
      'start',
      'release',
      'reject',
      'withdraw',
      'resize',
      'add',
      'urge',
      'escalate',
    ],
  ],
  ['claimed', ['dispatch', 'start', 'release', 'withdraw', 'resize', 'add', 'urge', 'escalate']],
  [
    'serving',
    ['dispatch', 'claim', 'decline', 'release', 'finish', 'withdraw', 'resize', 'add', 'urge', 'escalate'],
  ],
  ['served', ['rate', 'reopen', 'followUp']],
  ['closed', ['reopen', 'followUp']],
  ['rejected', []],
  ['withdrawn', []],
  ['merged', []],
])('what can come next on a %s need', (status, expected) => {
  const holder = aMember(7)
  const full = status === 'claimed'
  const need = {
    ...heldBy(
      status,
      full ? 1 : 2,
      ...(['dispatched', 'claimed', 'serving'].includes(status) ? [holder] : []),
    ),
    offer: { ...toPool, personIds: [aMember().id] },
  }
  const everybody = [aResident(), aMember(), holder, aSecretary(), aGridWorker()]
  const possible = new Set(everybody.flatMap((actor) => actionsFor(need, actor, noon)))
  expect([...possible].sort()).toEqual([...expected].sort())
})

test('a need on which nobody has claimed yet can be merged while dispatched', () => {
  expect(
    refusal(
      aNeed({ status: 'dispatched' }),
      'merge',
      { targetId: idOf('n', 2) } as never,
      aSecretary(),
      noon,
    ),
  ).toBe(undefined)
  expect(refusal(heldBy('dispatched', 2, aMember()), 'merge', {}, aSecretary(), noon)).toBe('statusChanged')
})

test('nobody claims their own need, twice, or what was not offered to them', () => {
  const member = aMember()
  const offered = aNeed({ status: 'dispatched', offer: toPool })
  expect(refusal({ ...offered, requesterId: member.id }, 'claim', {}, member, noon)).toBe('ownNeed')
  expect(refusal(heldBy('dispatched', 2, member), 'claim', {}, member, noon)).toBe('alreadyYours')
  expect(refusal({ ...offered, offer: toPeople(aMember(8)) }, 'claim', {}, member, noon)).toBe('notOffered')
  const far = anActor(5, [{ role: 'member', area: elsewhere }])
  expect(refusal(offered, 'claim', {}, far, noon)).toBe('notOffered')
  expect(refusal({ ...offered, offer: { ...toPool, areaCode: '441704' } }, 'claim', {}, far, noon)).toBe(
    undefined,
  )
})

test('a team is offered a need: its people may claim, and who answers for it may decline', () => {
  const orgId = idOf('o', 1)
  const need = aNeed({ status: 'dispatched', offer: { personIds: [], orgIds: [orgId] } })
  const fellow = anActor(5, [{ role: 'volunteer', area: elsewhere }], { orgId })
  const contact = anActor(6, [{ role: 'unitContact', orgId }])
  expect(refusal(need, 'claim', {}, fellow, noon)).toBe(undefined)
  expect(refusal(need, 'decline', { note: '忙' }, fellow, noon)).toBe('notOffered')
  const declined = advance(need, { needId, action: 'decline', note: '人手不够' }, contact, time).need
  expect(declined).toMatchObject({ status: 'placed', offer: undefined })
})

test('who was invited and holds it hands it back instead of declining', () => {
  const [one, two] = [aMember(11), aMember(12)]
  const held = { ...heldBy('dispatched', 2, one), offer: toPeople(one, two) }
  expect(refusal(held, 'decline', { note: '在外地' }, one, noon)).toBe('alreadyYours')
  expect(refusal(held, 'decline', { note: '在外地' }, two, noon)).toBe(undefined)
})

test('when the last person invited declines, it is placed again; a pool stays open', () => {
  const [one, two] = [aMember(11), aMember(12)]
  const invited = aNeed({ status: 'dispatched', offer: toPeople(one, two) })
  const first = advance(invited, { needId, action: 'decline', note: '在外地' }, one, time).need
  expect(first.status).toBe('dispatched')
  expect(advance(first, { needId, action: 'decline', note: '在外地' }, two, time).need.status).toBe('placed')
  const pool = aNeed({ status: 'dispatched', offer: { ...toPool, personIds: [one.id] } })
  expect(advance(pool, { needId, action: 'decline', note: '在外地' }, one, time).need.status).toBe(
    'dispatched',
  )
})

test('release goes back to the offer, unless another holder has started', () => {
  const [one, two] = [aMember(11), aMember(12)]
  const release = { needId, action: 'release', note: '临时有事' } as const
  const started = advance(heldBy('claimed', 2, one, two), { needId, action: 'start' }, one, time).need
  expect(started.status).toBe('serving')
  expect(advance(started, release, two, time).need.status).toBe('serving')
  expect(advance(started, release, one, time).need.status).toBe('dispatched')
  expect(refusal(started, 'release', {}, one, noon)).toBe('reasonNeeded')
})

test('any holder finishes for all, each with their own service time', () => {
  const [one, two] = [aMember(11), aMember(12)]
  const started = advance(heldBy('claimed', 2, one, two), { needId, action: 'start' }, one, {
    ...time,
    now: '2026-03-18T03:30:00.000Z',
  }).need
  const { need } = advance(started, { needId, action: 'finish', note: '换好了', minutes: 45 }, two, time)
  expect(need.status).toBe('served')
  expect(need.assignments.map((each) => [each.active, each.outcome, each.servedMin])).toEqual([
    [false, 'finished', 30],
    [false, 'finished', 45],
  ])
})

test('dispatching again ends what was offered and held', () => {
  const need = heldBy('claimed', 1, aMember())
  const again = advance(
    need,
    { needId, action: 'dispatch', offer: toPeople(aMember(8)) },
    aSecretary(),
    time,
  ).need
  expect(again).toMatchObject({ status: 'dispatched', offer: { personIds: [aMember(8).id] } })
  expect(again.assignments).toMatchObject([{ active: false, outcome: 'redispatched' }])
})

test('while somebody serves, dispatching again and withdrawing ask for a reason', () => {
  const serving = { ...heldBy('serving', 1, aMember()) }
  expect(refusal(serving, 'dispatch', { offer: toPool } as never, aSecretary(), noon)).toBe('reasonNeeded')
  expect(refusal(serving, 'withdraw', {}, aResident(), noon)).toBe('reasonNeeded')
  expect(asksOf(serving, 'withdraw')).toBe('reason')
  expect(asksOf(aNeed(), 'withdraw')).toBe(undefined)
})

test('a dispatch needs somebody to offer to, within the need’s own area, and not its requester', () => {
  const ask = (offer: unknown) => refusal(aNeed(), 'dispatch', { offer } as never, aSecretary(), noon)
  expect(ask(undefined)).toBe('offerNeeded')
  expect(ask({ personIds: [], orgIds: [] })).toBe('offerNeeded')
  expect(ask({ areaCode: elsewhere, personIds: [], orgIds: [] })).toBe('badTarget')
  expect(ask(toPeople(aResident()))).toBe('badTarget')
  expect(ask({ areaCode: '441704', personIds: [], orgIds: [] })).toBe(undefined)
})

test('the requester alone rates, and not what they served themselves', () => {
  const finished = (personId: string) =>
    aNeed({
      status: 'served',
      assignments: [
        {
          slot: 1,
          personId,
          personName: '陈师傅',
          active: false,
          claimedAt: noon,
          endedAt: noon,
          outcome: 'finished',
        },
      ],
    })
  const rate = { needId, action: 'rate', score: 4 } as const
  expect(advance(finished(aMember().id), rate, aResident(), time).need).toMatchObject({
    status: 'closed',
    rating: { score: 4 },
  })
  expect(refusal(finished(aMember().id), 'rate', rate, aMember(), noon)).toBe('notAllowed')
  expect(refusal(finished(aResident().id), 'rate', rate, aResident(), noon)).toBe('servedIt')
})

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
