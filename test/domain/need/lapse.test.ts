import { plusMinutes } from 'domain/kernel/time'
import { lapse } from 'domain/need/lapse'
import { escalateLate } from 'domain/need/late'
import type { Need, NeedEvent } from 'domain/need/need'
import { advance, apply } from 'domain/need/workflow'
import {
  aMember,
  aNeed,
  anActor,
  aSecretary,
  elsewhere,
  heldBy,
  idOf,
  noon,
  toPeople,
  toPool,
} from '../../support/builders'

const time = { now: noon, eventId: idOf('e', 1) }
const orgId = idOf('o', 1)
const member = aMember(11)
const demoted = anActor(11)
const toOrg = { personIds: [], orgIds: [orgId] }
const ended = (need: Need, person = demoted, emptyOrgs: string[] = []) =>
  lapse(need, { person, emptyOrgs }, time)

test.each<[string, Need, Need['status'], NeedEvent['action']]>([
  ['taken from the pool', heldBy('claimed', 1, member), 'dispatched', 'release'],
  ['under way', heldBy('serving', 1, member), 'dispatched', 'release'],
  ['taken by invitation', { ...heldBy('claimed', 1, member), offer: toPeople(member) }, 'placed', 'release'],
  ['taken with another', heldBy('claimed', 2, member, aMember(12)), 'dispatched', 'release'],
  ['an invitation of one', aNeed({ status: 'dispatched', offer: toPeople(member) }), 'placed', 'decline'],
  [
    'an invitation of several',
    aNeed({ status: 'dispatched', offer: toPeople(member, aMember(12)) }),
    'dispatched',
    'decline',
  ],
])('what rested on a right ends with it: %s', (_, need, status, action) => {
  const step = ended(need)
  expect(step).toMatchObject({
    need: { status },
    event: { action, byName: '系统', note: expect.stringMatching(/身份有变化/) },
  })
  expect(step?.need.offer?.personIds ?? []).not.toContain(member.id)
  expect(step?.need.assignments.some(({ active, personId }) => active && personId === member.id)).toBe(false)
  expect(apply(need, step?.event as NeedEvent)).toEqual(step?.need)
})

test('what rests on another right stays', () => {
  const elsewhereOnly = { ...anActor(11, [{ role: 'member', area: elsewhere }]) }
  expect(ended(heldBy('claimed', 1, member), elsewhereOnly)?.event.action).toBe('release')
  expect(ended({ ...heldBy('claimed', 1, member), offer: toPeople(member) }, elsewhereOnly)).toBeUndefined()
  expect(ended(heldBy('claimed', 1, member), member)).toBeUndefined()
  expect(ended(heldBy('claimed', 1, aMember(12)))).toBeUndefined()
  expect(ended({ ...heldBy('served', 1, member), status: 'closed' })).toBeUndefined()
})

test('an offer to an org ends when nobody can answer for it; one who took it by the org keeps it as long as they belong', () => {
  const offered = aNeed({ status: 'dispatched', offer: toOrg })
  expect(ended(offered, demoted, [orgId])).toMatchObject({
    need: { status: 'placed' },
    event: { action: 'decline' },
  })
  expect(ended(offered)).toBeUndefined()
  const held = { ...heldBy('claimed', 1, member), offer: toOrg }
  expect(ended(held, { ...member, orgId })).toBeUndefined()
  expect(ended(held, member)).toMatchObject({ need: { status: 'dispatched' }, event: { action: 'release' } })
})

const late = (need: Need, events: NeedEvent[] = [], now = noon) =>
  escalateLate(need, events, { ...time, now })

test('a deadline is missed in the minute after it, and told once', () => {
  const need = aNeed({ respondBy: noon, finishBy: plusMinutes(noon, 60) })
  expect(late(need)).toBeUndefined()
  const step = late(need, [], plusMinutes(noon, 1))
  expect(step).toMatchObject({
    need: { escalated: true, status: 'placed' },
    event: { byName: '系统', note: expect.stringMatching(/没有找到人/) },
  })
  const { need: after, event } = step as { need: Need; event: NeedEvent }
  expect(late(after, [event], plusMinutes(noon, 2))).toBeUndefined()
  const both = late(after, [event], plusMinutes(noon, 61))
  expect(both?.event.note).toMatch(/没有办好/)
  expect(late(after, [event, both?.event as NeedEvent], plusMinutes(noon, 999))).toBeUndefined()
})

test('only the promise that runs is missed, and nothing that is served or ended', () => {
  const past = { respondBy: plusMinutes(noon, -9), finishBy: plusMinutes(noon, 9) }
  expect(late({ ...heldBy('claimed', 1, member), ...past })).toBeUndefined()
  expect(late({ ...heldBy('dispatched', 2, member), ...past })).toBeDefined()
  for (const status of ['served', 'closed', 'withdrawn'] as const)
    expect(late(aNeed({ status, ...past, finishBy: past.respondBy }))).toBeUndefined()
})

test('who was escalated by hand is told of the deadline too; a new promise can be missed anew', () => {
  const need = aNeed({ respondBy: plusMinutes(noon, -9), finishBy: plusMinutes(noon, 9999) })
  const byHand = advance(need, { needId: need.id, action: 'escalate', note: '请关注' }, aSecretary(), time)
  const step = late(byHand.need, [byHand.event])
  expect(step?.event.said).toEqual({ respondBy: need.respondBy })
  const told = [byHand.event, step?.event as NeedEvent]
  const again = advance(
    step?.need as Need,
    { needId: need.id, action: 'dispatch', offer: toPool },
    aSecretary(),
    time,
  ).need
  expect(again.respondBy > noon).toBe(true)
  expect(late(again, told)).toBeUndefined()
  expect(late(again, told, plusMinutes(again.respondBy, 1))).toBeDefined()
})
