import { staffAreas, staffsGridsOnly } from 'domain/kernel/actor'
import { inPool, isPersonal, personOf, scopeKind, scopesOf } from 'domain/kernel/scope'
import { audienceOf, mayReveal, viewFor } from 'domain/need/audience'
import { summaryOf } from 'domain/need/needRow'
import { WHO } from 'domain/need/rules'
import { advance } from 'domain/need/workflow'
import { orgThing } from 'domain/org/org'
import { personThing } from 'domain/person/person'
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
const staff = { [`${community}:staff`]: 'full', [`${community}001:staff`]: 'full' }
const aHelper = { ...aMember(), skills: [], availability: [], capacity: 3 }
const scopesWith = (need: ReturnType<typeof aNeed>) => Object.fromEntries(audienceOf(need))

test('until the community dispatches it, only its requester and the staff find a need', () => {
  expect(scopesWith(aNeed())).toEqual({ ...staff, [`user:${aResident().id}`]: 'full' })
  expect(viewFor(aNeed(), undefined, noon)).toBe(undefined)
  expect(viewFor(aNeed(), aMember(), noon)).toBe(undefined)
  expect(viewFor(aNeed(), aSecretary(), noon)).toBe('full')
})

test('staff of a grid find what lies in it, and of all else in the community what any visitor finds', () => {
  const worker = aGridWorker()
  const theirs = aNeed({ gridCode: `${community}002` })
  const others = [aNeed(), aNeed({ gridCode: undefined }), aNeed({ communityCode: elsewhere })]
  expect(scopesWith(theirs)).toMatchObject({
    [`${community}:staff`]: 'full',
    [`${community}002:staff`]: 'full',
  })
  expect(viewFor(theirs, worker, noon)).toBe('full')
  expect(mayReveal(theirs, worker)).toBe(true)
  for (const other of others) {
    const held = new Set(scopesOf(worker, '441704'))
    expect([...audienceOf(other).keys()].filter((scope) => held.has(scope))).toEqual([])
    expect(viewFor(other, worker, noon)).toBe(undefined)
    expect(viewFor({ ...other, status: 'dispatched', dispatchedAt: noon }, worker, noon)).toBe('summary')
    expect(mayReveal(other, worker)).toBe(false)
    expect(WHO.staff(other, worker)).toBe('notAllowed')
    expect(WHO.askerOrStaff(other, worker)).toBe('notAllowed')
  }
  expect(WHO.staff(theirs, worker)).toBe(undefined)
})

test('a grid whose community somebody also works for adds nothing to it', () => {
  const both = anActor(4, [
    { role: 'gridLead', area: `${community}002` },
    { role: 'gridWorker', area: `${community}003` },
    { role: 'secretary', area: community },
    { role: 'gridWorker', area: `${elsewhere}001` },
  ])
  expect(staffAreas(both)).toEqual([community, `${elsewhere}001`])
  expect(staffsGridsOnly(both)).toBe(false)
  expect(staffsGridsOnly(aGridWorker())).toBe(true)
  expect(staffsGridsOnly(aResident())).toBe(false)
})

test('helpers and orgs are known to the staff of their grid and of its community, of a town to none', () => {
  const scopesIn = (area: string) =>
    personThing.audience({ ...aHelper, grants: [{ role: 'member', area }] }).slice(1)
  expect(scopesIn(`${community}002`)).toEqual([`${community}002:staff`, `${community}:staff`])
  expect(scopesIn(community)).toEqual([`${community}:staff`])
  expect(scopesIn('441704100')).toEqual([])
  const org = { id: idOf('o', 1), name: '供电所', kind: 'unit' as const }
  expect(orgThing.audience({ ...org, areaCodes: [`${community}001`, `${community}002`] })).toEqual([
    `${community}001:staff`,
    `${community}:staff`,
    `${community}002:staff`,
  ])
})

test('the name of a scope says of which kind it is, and whose', () => {
  const id = idOf('p', 1)
  const kinds = {
    '441704': 'district',
    [community]: 'community',
    [`${community}:staff`]: 'staff',
    [`${community}002:staff`]: 'staff',
    '441704:pool': 'pool',
    [`${community}002:pool`]: 'pool',
    [`org:${id}`]: 'org',
    [`user:${id}`]: 'user',
    '441704:staff': undefined,
    [`${community}002`]: undefined,
    'user:somebody': undefined,
    [`${community}:board`]: undefined,
  }
  expect(Object.keys(kinds).map(scopeKind)).toEqual(Object.values(kinds))
  expect(Object.keys(kinds).filter(isPersonal)).toEqual([`user:${id}`])
  expect(personOf(`user:${id}`)).toBe(id)
  expect(personOf(`org:${id}`)).toBe(undefined)
})

test('once dispatched, everybody finds the summary, and the pool what it may claim', () => {
  expect(scopesWith(dispatched())).toEqual({
    ...staff,
    [`user:${aResident().id}`]: 'full',
    [community]: 'summary',
    [`${community}:pool`]: 'summary',
  })
  expect(viewFor(dispatched(), undefined, noon)).toBe('summary')
})

test('a staff need reaches only those it is offered to', () => {
  const need = { ...dispatched(toPeople(aMember())), categoryCode: 'help-mind' }
  expect(scopesWith(need)).toEqual({
    ...staff,
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
  expect(mayReveal(held, aSecretary())).toBe(true)
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
    `${community}002:staff`,
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
