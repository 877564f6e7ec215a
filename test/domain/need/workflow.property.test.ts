import { findCategory } from 'domain/category/category'
import { type Actor, orgsOf, SYSTEM } from 'domain/kernel/actor'
import { Refused } from 'domain/kernel/refusal'
import { plusMinutes } from 'domain/kernel/time'
import { asksOf } from 'domain/need/asks'
import { lapse } from 'domain/need/lapse'
import type { Move, MoveArgs } from 'domain/need/moves'
import {
  activeAssignments,
  holds,
  isEmptyOffer,
  type Need,
  type NeedEvent,
  type Offer,
} from 'domain/need/need'
import { bornNeed, type PlaceArgs } from 'domain/need/place'
import { isOpen } from 'domain/need/status'
import { NEED_ACTIONS, TRANSITIONS } from 'domain/need/transitions'
import { absorb, advance, apply, barrier } from 'domain/need/workflow'
import fc from 'fast-check'
import {
  aGridWorker,
  aMember,
  anActor,
  aResident,
  aSecretary,
  community,
  elsewhere,
  idOf,
  noon,
} from '../../support/builders'

const orgId = idOf('o', 1)
const PEOPLE: Actor[] = [
  ...[1, 2, 3].map(aResident),
  ...[11, 12, 13, 14].map(aMember),
  anActor(15, [{ role: 'volunteer', area: elsewhere }], { orgId }),
  anActor(16, [{ role: 'unitContact', orgId }]),
  aSecretary(),
  aGridWorker(),
  anActor(17, [{ role: 'coordinator', area: '441704' }]),
  SYSTEM,
]
const NEEDS = 3

interface Step {
  /** Picks among all who may act now, so that walks go deep; otherwise anybody tries anything. */
  eager: number | undefined
  who: number
  need: number
  target: number
  action: MoveArgs['action']
  people: number[]
  pool: string | undefined
  toOrg: boolean
  headcount: number
  score: number
  note: string | undefined
  minutes: number
}

// absorb is the other side of a merge; no phone can send it
const actions = NEED_ACTIONS.filter((action): action is MoveArgs['action'] => action !== 'absorb')
const index = (below: number) => fc.nat({ max: below - 1 })
const step: fc.Arbitrary<Step> = fc.record({
  eager: fc.option(fc.noBias(fc.nat()), { nil: undefined, freq: 4 }),
  who: index(PEOPLE.length),
  need: index(NEEDS),
  target: index(NEEDS),
  action: fc.constantFrom(...actions),
  people: fc.array(index(PEOPLE.length), { maxLength: 3 }),
  pool: fc.constantFrom(undefined, community, '441704', elsewhere),
  toOrg: fc.boolean(),
  headcount: fc.integer({ min: 1, max: 4 }),
  score: fc.integer({ min: 1, max: 4 }),
  note: fc.constantFrom(undefined, '有事'),
  minutes: fc.integer({ min: 1, max: 20_000 }),
})

const born = (n: number): Need => {
  const args: PlaceArgs = {
    id: idOf('n', n),
    kind: 'help',
    categoryCode: 'help-power',
    communityCode: community,
    words: '客厅灯不亮了',
    answers: { what: '灯不亮', smell: false },
    urgency: 'normal',
    headcount: n + 1,
    consent: true,
  }
  const of = { category: findCategory(args.categoryCode) }
  return bornNeed(args, PEOPLE[n] ?? SYSTEM, { now: noon, eventId: idOf('e', n) }, of).need
}

/** Ending a need ends the walk: those who could do so mostly wait. */
const isPatient = (action: string) => !['reject', 'merge', 'withdraw', 'dispatch'].includes(action)

function choose(told: Step, need: Need, now: string): [Actor, MoveArgs['action']] {
  const who = (action: MoveArgs['action']) => PEOPLE.filter((actor) => !barrier(need, action, actor, now))
  const possible = actions.filter(
    (action) => (isPatient(action) || need.status === 'placed') && who(action).length > 0,
  )
  if (told.eager === undefined || possible.length === 0) return [PEOPLE[told.who] ?? SYSTEM, told.action]
  const action = possible[told.eager % possible.length] as MoveArgs['action']
  const able = who(action)
  return [able[told.who % able.length] as Actor, action]
}

const moveOf = (told: Step, action: MoveArgs['action'], needs: Need[]): MoveArgs => {
  const offer = {
    areaCode: told.pool,
    personIds: told.people.map((n) => (PEOPLE[n] ?? SYSTEM).id),
    orgIds: told.toOrg ? [orgId] : [],
  }
  const all = { needId: idOf('n', told.need), action, note: told.note }
  const extra: Partial<Record<MoveArgs['action'], object>> = {
    dispatch: { offer, headcount: told.headcount },
    rate: { score: told.score },
    merge: { targetId: needs[told.target]?.id },
    resize: { headcount: told.headcount },
    finish: { minutes: 30 },
  }
  return { ...all, ...extra[action] } as MoveArgs
}

function check(need: Need) {
  const active = activeAssignments(need)
  const slots = active.map((each) => each.slot)
  expect(active.length).toBeLessThanOrEqual(need.headcount)
  expect(new Set(slots).size).toBe(slots.length)
  expect(new Set(active.map((each) => each.personId)).size).toBe(active.length)
  expect(active.some((each) => each.personId === need.requesterId)).toBe(false)
  expect(Math.max(0, ...slots)).toBeLessThanOrEqual(20)
  const offered = need.offer !== undefined && !isEmptyOffer(need.offer)
  const agrees: Record<Need['status'], boolean> = {
    placed: active.length === 0 && !offered,
    dispatched: active.length < need.headcount && (offered || active.length > 0),
    claimed: active.length === need.headcount,
    serving: active.some((each) => each.startedAt),
    served: active.length === 0 && need.servedAt !== undefined,
    closed: active.length === 0 && need.closedAt !== undefined,
    rejected: active.length === 0,
    withdrawn: active.length === 0 && need.askers.length === 0,
    merged: active.length === 0 && need.mergedIntoId !== undefined,
    unknown: false,
  }
  expect([need.status, agrees[need.status]]).toEqual([need.status, true])
  if (isOpen(need)) expect(need.closedAt).toBe(undefined)
}

const OF_ORG = PEOPLE.filter((actor) => orgsOf(actor).includes(orgId)).map(({ id }) => id)

/** Whoever was asked by name was asked once by each dispatch, and it ended as need and offer say. */
function checkAsks(need: Need, events: NeedEvent[], seen: Set<string>) {
  const asks = asksOf(need, events)
  for (const { how } of asks) seen.add(how ?? 'open')
  const dispatches = events.filter(({ action }) => action === 'dispatch')
  const names = dispatches.flatMap(({ said }) => {
    const offer = said?.offer as Offer | undefined
    const { personIds = [], orgIds = [] } = offer ?? {}
    return [...new Set([...personIds, ...orgIds])]
  })
  expect(asks.map(({ personId, orgId }) => personId ?? orgId)).toEqual(names)
  const newest = dispatches.at(-1)?.id
  const { personIds = [], orgIds = [] } = need.offer ?? {}
  for (const { eventId, personId, orgId, how, endedAt } of asks) {
    expect(endedAt === undefined).toBe(how === undefined)
    if (how === undefined) expect(personId ? personIds : orgIds).toContain(personId ?? orgId)
    if (eventId !== newest || !isOpen(need)) continue
    if (personId && personIds.includes(personId)) {
      expect([how === 'accepted', how]).toEqual([holds(need, personId), how])
      expect(['declined', 'lapsed', 'withdrawn']).not.toContain(how)
    }
    if (orgId && orgIds.includes(orgId)) {
      const came = OF_ORG.some((id) => holds(need, id) && !isNamed(id, events))
      expect([how === 'accepted', how]).toEqual([came, how])
    }
  }
}
/** Whether they took it as asked by name: the offer of their claim said so. */
const isNamed = (id: string, events: NeedEvent[]) =>
  events.filter(({ action, byId }) => action === 'claim' && byId === id).pop()?.said?.orgIds === undefined

test('random people doing random things never break a need, and its events replay to the same state', () => {
  const seen = new Set<string>()
  const ends = new Set<string>()
  fc.assert(
    fc.property(fc.array(step, { minLength: 40, maxLength: 120, size: 'max' }), (steps) => {
      const births = Array.from({ length: NEEDS }, (_, n) => born(n))
      const needs = [...births]
      const events: NeedEvent[][] = births.map(() => [])
      let now = noon
      const keep = (n: number, moved: { need: Need; event: NeedEvent }) => {
        needs[n] = moved.need
        events[n]?.push(moved.event)
        check(moved.need)
        checkAsks(moved.need, events[n] ?? [], ends)
      }
      for (const [count, told] of steps.entries()) {
        now = plusMinutes(now, told.minutes)
        const need = needs[told.need] as Need
        const [actor, action] = choose(told, need, now)
        const move: Move = moveOf(told, action, needs)
        const time = { now, eventId: idOf('e', 100 + count) }
        if (told.minutes % 19 === 0) {
          const person = { ...(PEOPLE[told.who] ?? SYSTEM), grants: [] }
          const lapsed = lapse(need, { person, emptyOrgs: told.toOrg ? [orgId] : [] }, time)
          if (lapsed) keep(told.need, lapsed)
          continue
        }
        try {
          if (move.action === 'merge') {
            const moved = advance(need, move, actor, time)
            keep(told.target, absorb(needs[told.target] as Need, need, actor, time))
            keep(told.need, moved)
          } else keep(told.need, advance(need, move, actor, time))
          seen.add(move.action)
          expect(TRANSITIONS[move.action].from).toContain(need.status)
        } catch (error) {
          if (!(error instanceof Refused)) throw error
        }
      }
      for (const [n, birth] of births.entries())
        expect((events[n] ?? []).reduce(apply, birth)).toEqual(needs[n])
    }),
    { numRuns: 200, seed: Number(process.env.SEED ?? 18) },
  )
  expect([...ends].sort()).toEqual(['accepted', 'declined', 'lapsed', 'open', 'released', 'withdrawn'])
  expect([...seen].sort()).toEqual([...actions].sort()) // the walk reached every action
})
