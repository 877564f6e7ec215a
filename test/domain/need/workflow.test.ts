import type { RefusalCode } from 'domain/kernel/refusal'
import type { NeedAction } from 'domain/need/moves'
import type { NeedStatus } from 'domain/need/status'
import { actionsFor, advance, asksOf, refusal } from 'domain/need/workflow'
import {
  aGridWorker,
  aMember,
  aNeed,
  anActor,
  aResident,
  aSecretary,
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
