import { inPool, scopesOf } from 'domain/kernel/scope'
import { audienceOf, mayReveal, viewFor } from 'domain/need/audience'
import { summaryOf } from 'domain/need/needRow'
import { advance } from 'domain/need/workflow'
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
const dispatched = (offer = toPool) =>
  advance(aNeed(), { needId: aNeed().id, action: 'dispatch', offer }, aSecretary(), time).need
const scopesWith = (need: ReturnType<typeof aNeed>) => Object.fromEntries(audienceOf(need))

test('until the community dispatches it, only its requester and the staff find a need', () => {
  expect(scopesWith(aNeed())).toEqual({ [`${community}:staff`]: 'full', [`user:${aResident().id}`]: 'full' })
  expect(viewFor(aNeed(), undefined, noon)).toBe(undefined)
  expect(viewFor(aNeed(), aMember(), noon)).toBe(undefined)
  expect(viewFor(aNeed(), aGridWorker(), noon)).toBe('full')
})

test('once dispatched, everybody finds the summary, and the pool what it may claim', () => {
  expect(scopesWith(dispatched())).toEqual({
    [`${community}:staff`]: 'full',
    [`user:${aResident().id}`]: 'full',
    [community]: 'summary',
    [`${community}:pool`]: 'summary',
  })
  expect(viewFor(dispatched(), undefined, noon)).toBe('summary')
})

test('a staff need reaches only those it is offered to', () => {
  const need = { ...dispatched(toPeople(aMember())), categoryCode: 'help-mind' }
  expect(scopesWith(need)).toEqual({
    [`${community}:staff`]: 'full',
    [`user:${aResident().id}`]: 'full',
    [`user:${aMember().id}`]: 'summary',
  })
  expect(viewFor(need, aMember(), noon)).toBe('summary')
  expect(viewFor(need, aMember(9), noon)).toBe(undefined)
})

test('a holder reads the whole while they hold it, and keeps the summary of what they finished', () => {
  const holder = aMember(11)
  const held = heldBy('claimed', 1, holder)
  expect(scopesWith(held)[`user:${holder.id}`]).toBe('full')
  const started = advance(held, { needId: held.id, action: 'start' }, holder, time).need
  const done = advance(started, { needId: held.id, action: 'finish', note: '好了' }, holder, time).need
  expect(scopesWith(done)[`user:${holder.id}`]).toBe('summary')
  const back = advance(started, { needId: held.id, action: 'release', note: '有事' }, holder, time).need
  expect(scopesWith(back)[`user:${holder.id}`]).toBe(undefined)
})

test('contact data is for the placer, the holder while they hold it, and the community’s staff', () => {
  const holder = aMember(11)
  const held = heldBy('claimed', 1, holder)
  expect(mayReveal(held, holder)).toBe(true)
  expect(mayReveal(held, aResident())).toBe(true)
  expect(mayReveal(held, aGridWorker())).toBe(true)
  expect(mayReveal(held, aMember(12))).toBe(false)
  expect(mayReveal(held, anActor(5, [{ role: 'secretary', area: elsewhere }]))).toBe(false)
  expect(mayReveal({ ...held, status: 'closed', assignments: [] }, holder)).toBe(false)
  expect(mayReveal({ ...held, status: 'closed' }, aSecretary())).toBe(false)
})

test('[S14] a summary carries nobody’s id, and of a sensitive need only the category and what staff wrote', () => {
  const holder = aMember(11)
  const need = { ...heldBy('serving', 1, holder), categoryCode: 'wish-study', requesterName: '三年级学生' }
  const text = JSON.stringify(summaryOf(need))
  for (const secret of [need.requesterId, holder.id, need.title, need.words, '三年级学生'])
    expect(text).not.toContain(secret)
  expect(summaryOf(need).text).toBe('学习成长')
  expect(summaryOf({ ...need, publicText: '想要一盏台灯', alias: '一位小学生' })).toMatchObject({
    text: '想要一盏台灯',
    requesterName: '一位小学生',
  })
})

test('a phone holds its person first, then home, staff, pools and orgs; a guest the public scopes alone', () => {
  const orgId = idOf('o', 1)
  const actor = anActor(
    1,
    [
      { role: 'gridWorker', area: `${community}002` },
      { role: 'unitContact', orgId },
    ],
    {},
  )
  expect(scopesOf(actor, '441704', elsewhere)).toEqual([
    `user:${actor.id}`,
    community,
    `${community}:staff`,
    `${community}002:pool`,
    `${community}:pool`,
    '441704100:pool',
    '441704:pool',
    `org:${orgId}`,
    elsewhere,
    '441704',
  ])
  expect(scopesOf(undefined, '441704', elsewhere)).toEqual([elsewhere, '441704'])
})

test('who is in a pool holds its scope, and nobody else', () => {
  const helpers = [aMember(), aGridWorker(), anActor(7, [{ role: 'member', area: elsewhere }]), aResident()]
  for (const pool of [community, `${community}002`, '441704100', '441704', elsewhere])
    for (const helper of helpers)
      expect(inPool(helper, pool)).toBe(scopesOf(helper, '441704').includes(`${pool}:pool`))
})
