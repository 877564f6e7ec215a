import { categoryOf } from 'domain/category/category'
import type { CommandArgs } from 'domain/commands'
import { plusMinutes } from 'domain/kernel/time'
import type { Service } from 'domain/listing/service'
import type { MoveArgs } from 'domain/need/moves'
import { summaryOf } from 'domain/need/needRow'
import { NEED_ACTIONS } from 'domain/need/transitions'
import { advance } from 'domain/need/workflow'
import { replay } from '@/client/replay'
import { replayNeed } from '@/client/replayNeed'
import type { Entry } from '@/client/view'
import {
  aMember,
  aNeed,
  aResident,
  aSecretary,
  aService,
  community,
  idOf,
  toPool,
} from '../../support/builders'

const now = '2026-03-18T05:00:00.000Z'
const at = '2026-03-18T04:59:00.000Z'

/** The summary of one scope has come with a command's doing in it, and the row of another not yet. */
function shown(
  need: ReturnType<typeof aNeed>,
  args: CommandArgs<'need.move'>,
  actor: ReturnType<typeof aMember>,
  state: Entry['state'],
) {
  const after = advance(need, args, actor, { now, at, eventId: 'c1' }).need
  const entry = { command: { id: 'c1', seq: 1, name: 'need.move', args, at }, state, failures: 0 } as Entry
  const held = [
    ...(actor.grants.some((grant) => grant.role === 'secretary')
      ? [{ scope: `${community}:staff`, row: { full: need, events: [] } }]
      : []),
    { scope: community, row: { summary: summaryOf(after) } },
  ]
  const world = { person: actor, actor, now, held: () => [] }
  return replayNeed(need.id, held, [entry], world).view
}

test('[S5] a command that stands in a summary already is not done once more over the words of an older row', () => {
  const need = aNeed({ headcount: 2 })
  for (const state of ['waiting', 'answered'] as const) {
    const args = { needId: need.id, action: 'dispatch', offer: toPool } as const
    const view = shown(need, args, aSecretary(), state)
    expect(view).toMatchObject({ need: { version: 2, status: 'dispatched' }, waiting: [] })
  }
})

test('[S5] [S9] a claim that is answered shows as won with each holder once', () => {
  const need = aNeed({ status: 'dispatched', offer: toPool, headcount: 2, dispatchedAt: at })
  const args = { needId: need.id, action: 'claim' } as const
  expect(shown(need, args, aMember(), 'answered')).toMatchObject({
    summary: { version: 2, holders: [aMember().displayName] },
    mine: { as: ['holder'] },
  })
  expect(shown(need, args, aMember(), 'waiting')).toMatchObject({ waiting: [{ action: 'claim' }] })
})

test('[S9] an order that waits stays to be seen, whatever becomes of the service: its doubt says what', () => {
  const service = aService()
  const [session] = service.sessions
  const resident = aResident()
  const args = {
    id: idOf('a', 9),
    kind: 'service',
    categoryCode: service.categoryCode,
    communityCode: service.communityCode,
    words: '风扇不转了',
    answers: {},
    urgency: 'normal',
    consent: true,
    serviceId: service.id,
    sessionId: session?.id,
  } as const
  const ordered = (state: Entry['state'], row: Service | undefined) => {
    const entry = { command: { id: 'c1', seq: 1, name: 'need.place', args, at }, state, failures: 0 } as Entry
    const held = (entity: string) =>
      row && entity === 'service' ? [{ scope: service.communityCode, row }] : []
    const { view, doubts } = replayNeed(args.id, [], [entry], {
      person: resident,
      actor: resident,
      now,
      held,
    })
    return { title: view?.need.title, doubt: doubts?.c1 }
  }
  const full = { ...service, sessions: service.sessions.map((each) => ({ ...each, booked: each.capacity })) }
  const over = { ...service, sessions: service.sessions.map((each) => ({ ...each, startsAt: now })) }
  for (const [row, doubt] of [
    [service, undefined],
    [full, 'sessionFull'],
    [over, 'sessionOver'],
    [{ ...service, listed: false }, 'notListed'],
    [undefined, undefined], // not heard of: nothing is known against it
  ] as const) {
    expect(ordered('waiting', row)).toEqual({ title: '风扇不转了', doubt })
    expect(ordered('answered', row)).toEqual({ title: '风扇不转了', doubt: undefined })
  }
})

test.each([
  ['help-drone', 'dispatched'],
  ['swap', 'paused'],
])('nothing that is done to a need of category %s and status %s throws', (categoryCode, status) => {
  const need = { ...aNeed({ offer: toPool, dispatchedAt: at }), categoryCode, status }
  const said = {
    needId: need.id,
    note: '一句话',
    offer: toPool,
    headcount: 2,
    score: 1,
    targetId: idOf('n', 2),
  }
  for (const action of [...NEED_ACTIONS, 'bless'])
    for (const actor of [aResident(), aMember(), aSecretary()])
      for (const row of [
        { full: need, events: [] },
        { summary: { ...summaryOf(aNeed()), categoryCode, status } },
      ]) {
        const entry = {
          command: { id: 'c1', seq: 1, name: 'need.move', args: { ...said, action }, at },
          state: 'waiting',
        }
        const world = { person: actor, now, held: () => [] }
        const held = [{ scope: community, row }]
        const { view } = replay.show(`need/${need.id}`, held, [entry as unknown as Entry], world)
        expect(view).toBeDefined()
      }
})

test('[S16] a dispatch that waits while somebody takes the need on shows them, and that it will be refused', () => {
  const [secretary, member] = [aSecretary(), aMember()]
  const need = aNeed({ status: 'dispatched', offer: toPool, dispatchedAt: at, version: 1, headcount: 2 })
  const claim = advance(need, { needId: need.id, action: 'claim' }, member, {
    now: at,
    eventId: idOf('e', 2),
  })
  const seen = { version: 1, own: [] }
  const args: MoveArgs = { needId: need.id, action: 'dispatch', offer: toPool, seen }
  const command = { id: 'c1', seq: 1, name: 'need.move', args, at: now } as const
  const entry: Entry = { command, state: 'waiting', failures: 0 }
  const place = { ...claim.event, id: idOf('e', 1), action: 'place' }
  const row = { full: claim.need, events: [place, claim.event] }
  const world = { person: secretary, actor: secretary, now, held: () => [] }
  const { view, doubts } = replayNeed(need.id, [{ scope: `${community}:staff`, row }], [entry], world)
  expect(view?.summary.holders).toEqual([member.displayName])
  expect(doubts).toEqual({ c1: 'statusChanged' })
})

test('what is placed shows the promise of the district’s category, and of the file before that has come', () => {
  const category = { ...categoryOf('help-power'), districtCode: '441704', respondWithinMin: 7 }
  const args: CommandArgs<'need.place'> = {
    id: idOf('n', 9),
    kind: 'help',
    categoryCode: 'help-power',
    communityCode: community,
    words: '客厅灯不亮了',
    answers: {},
    urgency: 'normal',
    consent: true,
  }
  const entry = { command: { id: 'c1', seq: 1, name: 'need.place', args, at }, state: 'waiting' } as Entry
  const promised = (row?: object) => {
    const held = (entity: string) => (row && entity === 'category' ? [{ scope: '441704', row }] : [])
    const world = { person: aResident(), actor: aResident(), now, held }
    return replayNeed(args.id, [], [entry], world).view?.need.respondBy
  }
  expect(promised(category)).toBe(plusMinutes(at, 7))
  expect(promised()).toBe(plusMinutes(at, categoryOf('help-power').respondWithinMin))
})
